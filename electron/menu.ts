// The application menu, kept as the desk's status has it.
import { Menu } from 'electron';
import type { DeskStatus } from '../src/router/index.ts';
import type { Platform } from './bridge.ts';
import { type MenuActions, type MenuState, menuTemplate } from './menu-template.ts';

export interface MenuOptions {
  readonly platform: Platform;
  readonly isDevelopment: boolean;
  readonly actions: MenuActions;
}

/** Sets the menu for a program without a ledger; what it returns sets it anew where a status changes it. */
export function installMenu({ platform, isDevelopment, actions }: MenuOptions): (status: DeskStatus) => void {
  let shown = '';
  const show = (told: Pick<MenuState, 'hasLedger' | 'recents'>): void => {
    const next = JSON.stringify(told);
    if (next === shown) return;
    shown = next;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform, isDevelopment, ...told }, actions)));
  };
  show({ hasLedger: false, recents: [] });
  return ({ ledger, recents }) =>
    show({
      hasLedger: ledger !== null,
      recents: recents.filter(({ isMissing }) => !isMissing).map(({ path, name, folder }) => ({ path, name, folder })),
    });
}
