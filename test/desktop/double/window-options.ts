// The options of a window that the double knows; others are refused by name. And what comes out of those on safety.
import { requireKnown } from './absent.ts';
import type { Isolation } from './worlds.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly fullscreen?: boolean;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}

const WINDOW: ReadonlySet<string> = new Set([
  ...['width', 'height', 'x', 'y', 'minWidth', 'minHeight', 'center', 'useContentSize', 'show', 'title', 'icon'],
  ...['autoHideMenuBar', 'backgroundColor', 'webPreferences', 'fullscreen', 'fullscreenable', 'acceptFirstMouse'],
  ...['paintWhenInitiallyHidden', 'titleBarStyle', 'darkTheme', 'resizable', 'minimizable', 'maximizable', 'closable'],
]);
const PREFERENCES: ReadonlySet<string> = new Set([
  ...['preload', 'sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag', 'spellcheck', 'devTools'],
  ...[
    'webSecurity',
    'allowRunningInsecureContent',
    'navigateOnDragDrop',
    'safeDialogs',
    'disableDialogs',
    'autoplayPolicy',
  ],
  ...['experimentalFeatures', 'enableWebSQL', 'images', 'javascript', 'backgroundThrottling', 'additionalArguments'],
  ...['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'enableBlinkFeatures', 'defaultEncoding', 'zoomFactor'],
  ...['textAreasAreResizable', 'webgl', 'plugins', 'scrollBounce', 'v8CacheOptions', 'enablePreferredSizeMode'],
]);
/** Options with a value that the double cannot act on: any other value than the safe one is refused. */
const ONLY_SAFE: Readonly<Record<string, unknown>> = {
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  plugins: false,
};

export function readOptions(options: WindowOptions): void {
  requireKnown('BrowserWindow option', options, WINDOW);
  const preferences = options.webPreferences ?? {};
  requireKnown('webPreferences option', preferences, PREFERENCES);
  for (const [name, safe] of Object.entries(ONLY_SAFE)) {
    if (name in preferences && preferences[name] !== safe) {
      throw new Error(`the double has no webPreferences option ${name} that is ${String(preferences[name])}`);
    }
  }
}

/** As Electron reads them: Node in the page switches the sandbox off, unless all pages of the program are in it. */
export function isolationOf(options: WindowOptions, isSandboxEnforced: boolean): Isolation {
  const { preload, sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {};
  const wantsNode = nodeIntegration === true;
  return {
    preload: typeof preload === 'string' ? preload : null,
    sandbox: isSandboxEnforced || (typeof sandbox === 'boolean' ? sandbox : !wantsNode),
    contextIsolation: contextIsolation !== false,
    nodeIntegration: wantsNode,
  };
}
