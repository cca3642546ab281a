// Light or dark: what the pages are told, which is what a test emulates, or what the program itself has chosen.
import { KnownEvents } from './absent.ts';
import { allContents } from './open-contents.ts';

type Source = 'system' | 'light' | 'dark';

let isSystemDark = false;
let source: Source = 'system';

class NativeTheme extends KnownEvents {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get shouldUseDarkColors(): boolean {
    return source === 'system' ? isSystemDark : source === 'dark';
  }

  get themeSource(): Source {
    return source;
  }

  set themeSource(chosen: Source) {
    if (!['system', 'light', 'dark'].includes(chosen))
      throw new Error('TypeError: Error processing argument at index 0');
    if (chosen === source) return;
    source = chosen;
    for (const contents of allContents()) contents.showScheme(source);
    this.emit('updated');
  }
}

export const nativeTheme = new NativeTheme();

/** A page says what it is told to look like. */
export function tellScheme(isDark: boolean): void {
  if (source !== 'system' || isDark === isSystemDark) return;
  isSystemDark = isDark;
  nativeTheme.emit('updated');
}
