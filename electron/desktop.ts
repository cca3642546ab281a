// The desktop door: one window onto the core of the sample company.
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { sampleCompanyFile } from '../src/app/sample-company.ts';
import { startCore } from '../src/hosts/worker/index.ts';
import { answerBridge } from './core-calls.ts';
import { registerScheme, servePages } from './own-pages.ts';
import { openWindow, shutContents, shutSession } from './window.ts';

registerScheme();
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => shutContents(contents));

if (app.requestSingleInstanceLock()) await open();
else app.quit();

async function open(): Promise<void> {
  await app.whenReady();
  try {
    const core = await startCore(await sampleCompanyFile());
    shutSession();
    servePages(join(import.meta.dirname, '../renderer'));
    answerBridge(core);
    app.on('second-instance', () => window.focus());
    app.on('window-all-closed', () => app.quit());
    app.on('will-quit', (event) => {
      event.preventDefault();
      app.removeAllListeners('will-quit');
      void core.close().finally(() => app.quit());
    });
    const window = openWindow();
  } catch (error) {
    dialog.showErrorBox('Countinghouse', error instanceof Error ? error.message : String(error));
    app.exit(2);
  }
}
