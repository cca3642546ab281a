// The program as a whole: when it is ready, where its folders are, that it runs once, and how it ends.
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { KnownEvents, only, preventable } from './absent.ts';
import { bindApp, exit, quit } from './app-life.ts';
import { focusedWindow } from './open-contents.ts';
import { onCommand, tell } from './seat.ts';
import { settings } from './settings.ts';
import { hasLock, releaseLock, takeLock } from './single-instance.ts';

const EVENTS = [
  ...[
    'will-finish-launching',
    'ready',
    'window-all-closed',
    'before-quit',
    'will-quit',
    'quit',
    'open-file',
    'open-url',
  ],
  ...['activate', 'browser-window-blur', 'browser-window-focus', 'browser-window-created', 'web-contents-created'],
  ...['certificate-error', 'select-client-certificate', 'login', 'render-process-gone', 'child-process-gone'],
  ...['second-instance', 'session-created'],
];
const FOLDERS = ['downloads', 'documents', 'desktop', 'pictures', 'music', 'videos'];

const manifest = z
  .object({ name: z.string(), version: z.string(), productName: z.string().optional() })
  .parse(JSON.parse(readFileSync(join(process.env['ELECTRON_DOUBLE_APP'] ?? '.', 'package.json'), 'utf8')));

let name = manifest.productName ?? manifest.name;
const paths = new Map<string, string>();

class App extends KnownEvents {
  readonly isPackaged = process.env['ELECTRON_DOUBLE_PACKAGED'] === '1';
  readonly commandLine = only('app.commandLine', {
    appendSwitch: (flag: string, value = '') => tell('switch', { flag, value }),
    appendArgument: (flag: string) => tell('switch', { flag, value: '' }),
    hasSwitch: (flag: string) => process.argv.includes(`--${flag}`),
    getSwitchValue: (flag: string) =>
      process.argv.find((one) => one.startsWith(`--${flag}=`))?.slice(flag.length + 3) ?? '',
  });
  readonly dock = undefined;
  applicationMenu = null;
  #ready = Promise.withResolvers<void>();

  constructor() {
    super('app', EVENTS);
  }

  get name(): string {
    return name;
  }
  set name(chosen: string) {
    name = chosen;
  }
  getName(): string {
    return name;
  }
  setName(chosen: string): void {
    name = chosen;
  }
  getVersion(): string {
    return manifest.version;
  }
  getAppPath(): string {
    return process.env['ELECTRON_DOUBLE_APP'] ?? '';
  }
  getLocale(): string {
    return 'en-US';
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-US'];
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  isReady(): boolean {
    return settings.isReady;
  }
  /** The double's own: the main module has been evaluated, which is what Electron waits for. */
  becomeReady(): void {
    if (settings.isReady) return;
    settings.isReady = true;
    this.emit('will-finish-launching', {});
    this.emit('ready', {}, {});
    this.#ready.resolve();
    tell('ready');
  }

  enableSandbox(): void {
    if (settings.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    settings.isSandboxEnforced = true;
  }
  disableHardwareAcceleration(): void {}
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {
    tell('about');
  }

  getPath(which: string): string {
    const chosen = paths.get(which);
    if (chosen !== undefined) return chosen;
    const home = process.env['HOME'] ?? homedir();
    if (which === 'home') return home;
    if (which === 'temp') return tmpdir();
    if (which === 'exe' || which === 'module') return process.execPath;
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
    if (which === 'appData') return appData;
    const userData = paths.get('userData') ?? join(appData, name);
    const inside: Readonly<Record<string, string>> = {
      userData,
      sessionData: userData,
      logs: join(userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
    };
    const found =
      inside[which] ?? (FOLDERS.includes(which) ? join(home, which[0]?.toUpperCase() + which.slice(1)) : null);
    if (found === null) throw new Error(`Failed to get '${which}' path`);
    return found;
  }
  setPath(which: string, path: string): void {
    mkdirSync(path, { recursive: true });
    paths.set(which, path);
  }

  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    const start = { argv: process.argv, folder: process.cwd(), data: additionalData };
    return takeLock(this.getPath('userData'), start, ({ argv, folder, data }) => {
      this.emit('second-instance', {}, argv, folder, data);
    });
  }
  hasSingleInstanceLock(): boolean {
    return hasLock();
  }
  releaseSingleInstanceLock(): void {
    releaseLock();
  }

  quit(): void {
    quit();
  }
  exit(code = 0): void {
    exit(code);
  }
  relaunch(): void {
    tell('relaunch');
  }
  focus(): void {
    focusedWindow()?.focus();
  }
  hide(): void {}
  show(): void {}

  addRecentDocument(path: string): void {
    tell('recent', { path });
  }
  clearRecentDocuments(): void {
    tell('recentsCleared');
  }
  setAsDefaultProtocolClient(scheme: string, ...rest: unknown[]): boolean {
    tell('protocolClient', { scheme, rest });
    return true;
  }
  isDefaultProtocolClient(): boolean {
    return true;
  }
  removeAsDefaultProtocolClient(): boolean {
    return true;
  }
  setBadgeCount(): boolean {
    return true;
  }
}

export const app = new App();
bindApp(app);

onCommand('quit', () => app.quit());
onCommand('openUrl', ({ url }: { url: string }) => app.emit('open-url', preventable({}), url));
onCommand('openFile', ({ path }: { path: string }) => app.emit('open-file', preventable({}), path));
