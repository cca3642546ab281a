// What follows the desk's status in the shell: the menu, and the system's own list of recent files.
import { app } from 'electron';
import type { DeskHost } from '../src/hosts/desk/index.ts';
import type { DeskStatus } from '../src/router/index.ts';
import { installMenu } from './menu.ts';
import type { MenuActions } from './menu-template.ts';
import { platform } from './platform.ts';

/** Sets the menu and keeps it and the recent files as the status has them, from now on. */
export function followStatus(desk: Pick<DeskHost, 'onStatus'>, actions: MenuActions): void {
  const showMenu = installMenu({ platform: platform(), isDevelopment: !app.isPackaged, actions });
  let openPath: string | null = null;
  const show = (status: DeskStatus): void => {
    showMenu(status);
    const path = status.ledger?.path ?? null;
    if (path !== null && path !== openPath && platform() !== 'linux') app.addRecentDocument(path);
    openPath = path;
  };
  desk.onStatus(show);
}
