// The application menu as a value: what stands in it on which system, with which keys, and what is enabled when.
import type { MenuItemConstructorOptions } from 'electron';
import { AREAS } from './areas.ts';
import type { Platform, ScreenCommand } from './bridge.ts';

export interface RecentItem {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
}

/** What the menu depends on. */
export interface MenuState {
  readonly platform: Platform;
  /** From sources, with developer tools. */
  readonly isDevelopment: boolean;
  readonly hasLedger: boolean;
  readonly recents: readonly RecentItem[];
}

/** What the items lead to. */
export interface MenuActions {
  ask(command: ScreenCommand): void;
  go(path: string): void;
  openRecent(path: string): void;
  copyProblemReport(): void;
}

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const isMac = state.platform === 'darwin';
  const settings: Item = {
    label: 'Settings…',
    accelerator: 'CommandOrControl+,',
    click: () => actions.ask('settings'),
  };
  return [
    ...(isMac ? [macMenu(settings)] : []),
    fileMenu(state, actions, isMac ? [] : [settings, SEPARATOR]),
    editMenu(isMac),
    viewMenu(state, actions),
    goMenu(state, actions),
    windowMenu(isMac),
    helpMenu(isMac, actions),
  ];
}

function macMenu(settings: Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      SEPARATOR,
      settings,
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  };
}

function fileMenu({ platform, hasLedger, recents }: MenuState, actions: MenuActions, settings: readonly Item[]): Item {
  const item = (label: string, command: ScreenCommand, accelerator: string | null, enabled: boolean): Item => ({
    label,
    enabled,
    ...(accelerator === null ? {} : { accelerator }),
    click: () => actions.ask(command),
  });
  return {
    label: '&File',
    submenu: [
      item('New Ledger…', 'new-ledger', 'CommandOrControl+N', true),
      item('Open Ledger…', 'open-ledger', 'CommandOrControl+O', true),
      { label: 'Open Recent', submenu: recentItems(recents, actions) },
      item('Close Ledger', 'close-ledger', 'CommandOrControl+Shift+W', hasLedger),
      SEPARATOR,
      item('Import…', 'import', 'CommandOrControl+I', hasLedger),
      item('Import Rates…', 'import-rates', null, hasLedger),
      item('Export…', 'export', 'CommandOrControl+E', hasLedger),
      item('Back Up…', 'back-up', 'CommandOrControl+Shift+B', hasLedger),
      SEPARATOR,
      ...settings,
      platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
    ],
  };
}

function recentItems(recents: readonly RecentItem[], actions: MenuActions): Item[] {
  if (recents.length === 0) return [{ label: 'No Recent Ledgers', enabled: false }];
  return recents.map(({ path, name, folder }) => ({
    // A single & would mark a letter as a key.
    label: `${name} — ${folder}`.replaceAll('&', '&&'),
    click: () => actions.openRecent(path),
  }));
}

function editMenu(isMac: boolean): Item {
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      ...(isMac ? [{ role: 'pasteAndMatchStyle' } satisfies Item] : []),
      { role: 'delete' },
      SEPARATOR,
      { role: 'selectAll' },
    ],
  };
}

function viewMenu({ isDevelopment }: MenuState, actions: MenuActions): Item {
  const development: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, SEPARATOR];
  return {
    label: '&View',
    submenu: [
      { label: 'Command Palette…', accelerator: 'CommandOrControl+K', click: () => actions.ask('palette') },
      SEPARATOR,
      ...(isDevelopment ? development : []),
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
    ],
  };
}

function goMenu({ platform, hasLedger }: MenuState, actions: MenuActions): Item {
  const isMac = platform === 'darwin';
  return {
    label: '&Go',
    submenu: [
      { label: 'Back', accelerator: isMac ? 'Command+[' : 'Alt+Left', click: () => actions.ask('back') },
      { label: 'Forward', accelerator: isMac ? 'Command+]' : 'Alt+Right', click: () => actions.ask('forward') },
      SEPARATOR,
      ...AREAS.map(
        ({ name, path }, index): Item => ({
          label: name,
          accelerator: `CommandOrControl+${index + 1}`,
          enabled: hasLedger,
          click: () => actions.go(path),
        }),
      ),
    ],
  };
}

function windowMenu(isMac: boolean): Item {
  return {
    role: 'windowMenu',
    submenu: [
      { role: 'minimize' },
      ...(isMac
        ? ([{ role: 'zoom' }, SEPARATOR, { role: 'front' }] satisfies Item[])
        : [{ role: 'close' } satisfies Item]),
    ],
  };
}

function helpMenu(isMac: boolean, actions: MenuActions): Item {
  return {
    role: 'help',
    submenu: [
      { label: 'Keys', accelerator: 'CommandOrControl+/', click: () => actions.ask('keys') },
      { label: 'Copy Problem Report', click: () => actions.copyProblemReport() },
      ...(isMac ? [] : ([SEPARATOR, { role: 'about' }] satisfies Item[])),
    ],
  };
}
