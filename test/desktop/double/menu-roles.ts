// The roles of menu items: their usual labels and keys, and what they really do to the window that has the keyboard.
import type { BrowserWindow } from './browser-window.ts';
import { NotDoubled } from './absent.ts';
import { app } from './app.ts';

interface Role {
  readonly label: string;
  readonly accelerator?: string;
  /** Keys that the page acts on by itself are only shown in the menu. */
  readonly isOnlyShown?: boolean;
  readonly act?: (window: BrowserWindow | null) => void;
  readonly submenu?: readonly string[];
}

const isMac = process.platform === 'darwin';
const isWindows = process.platform === 'win32';
const edit = (
  label: string,
  command: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'delete' | 'selectAll',
  accelerator?: string,
): Role => ({
  label,
  ...(accelerator === undefined ? {} : { accelerator }),
  isOnlyShown: true,
  act: (window) => window?.webContents[command](),
});

const ROLES: Readonly<Record<string, Role>> = {
  about: { label: isMac || isWindows ? `About ${app.name}` : 'About', act: () => app.showAboutPanel() },
  close: {
    label: isMac ? 'Close Window' : 'Close',
    accelerator: 'CommandOrControl+W',
    act: (window) => window?.close(),
  },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', act: (window) => window?.minimize() },
  quit: {
    label: isMac ? `Quit ${app.name}` : isWindows ? 'Exit' : 'Quit',
    ...(isWindows ? {} : { accelerator: 'CommandOrControl+Q' }),
    act: () => app.quit(),
  },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', act: (window) => window?.reload() },
  forcereload: { label: 'Force Reload', accelerator: 'Shift+CmdOrCtrl+R', act: (window) => window?.reload() },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: isMac ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    act: (window) => window?.webContents.toggleDevTools(),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: isMac ? 'Control+Command+F' : 'F11',
    act: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', act: (window) => zoom(window, () => 0) },
  zoomin: {
    label: 'Zoom In',
    accelerator: 'CommandOrControl+Plus',
    act: (window) => zoom(window, (level) => level + 0.5),
  },
  zoomout: {
    label: 'Zoom Out',
    accelerator: 'CommandOrControl+-',
    act: (window) => zoom(window, (level) => level - 0.5),
  },
  undo: edit('Undo', 'undo', 'CommandOrControl+Z'),
  redo: edit('Redo', 'redo', isWindows ? 'Control+Y' : 'Shift+CommandOrControl+Z'),
  cut: edit('Cut', 'cut', 'CommandOrControl+X'),
  copy: edit('Copy', 'copy', 'CommandOrControl+C'),
  paste: edit('Paste', 'paste', 'CommandOrControl+V'),
  pasteandmatchstyle: edit('Paste and Match Style', 'pasteAndMatchStyle'),
  delete: edit('Delete', 'delete'),
  selectall: edit('Select All', 'selectAll', 'CommandOrControl+A'),
  help: { label: 'Help' },
  window: { label: 'Window' },
  windowmenu: { label: 'Window', submenu: ['minimize', 'zoom', isMac ? 'front' : 'close'] },
  editmenu: { label: 'Edit', submenu: ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'] },
  filemenu: { label: 'File', submenu: [isMac ? 'close' : 'quit'] },
  viewmenu: {
    label: 'View',
    submenu: ['reload', 'forceReload', 'toggleDevTools', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'],
  },
  appmenu: { label: app.name, submenu: ['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit'] },
  zoom: { label: 'Zoom', act: (window) => window?.maximize() },
  front: { label: 'Bring All to Front' },
  services: { label: 'Services' },
  hide: { label: `Hide ${app.name}` },
  hideothers: { label: 'Hide Others' },
  unhide: { label: 'Show All' },
};

export function roleOf(name: string): Role {
  const role = ROLES[name.toLowerCase()];
  if (role === undefined) throw new NotDoubled(`menu role ${name}`);
  return role;
}

function zoom(window: BrowserWindow | null, next: (level: number) => number): void {
  if (window !== null) window.webContents.zoomLevel = next(window.webContents.zoomLevel);
}
