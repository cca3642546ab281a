// The color behind the pages, before they are drawn and beyond their edge, so that nothing flashes.
import { type BrowserWindow, nativeTheme } from 'electron';

/** The paper of both schemes, as the screens have it. */
const PAPER = { light: '#fdfdfb', dark: '#14171a' } as const;

export function paperColor(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

/** Follows the system while the window is there. */
export function followScheme(window: BrowserWindow): void {
  const onUpdated = (): void => window.setBackgroundColor(paperColor());
  nativeTheme.on('updated', onUpdated);
  window.once('closed', () => nativeTheme.off('updated', onUpdated));
}
