// Opens a link in the person's browser, where there is a screen to show it on.
import { spawn } from 'node:child_process';
import { hasDisplay } from './display.ts';

/** Asks the system to open the link; does nothing without a display or an opener. Never waits and never fails. */
export function openInBrowser(link: string): void {
  if (!hasDisplay()) return;
  const [command, ...args] = openerOf(process.platform);
  const opener = spawn(command, [...args, link], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

function openerOf(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
