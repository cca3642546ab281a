// Starts a program of Electron on Node with the double in Electron's place: `node main.ts PROGRAM [ARGUMENTS]`.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const [program = ''] = process.argv.slice(2);
const folder = resolve(program);
process.env['ELECTRON_DOUBLE_APP'] = folder;
// As Electron has it: the executable, then the program's folder unless it is part of the executable.
const isPackaged = process.env['ELECTRON_DOUBLE_PACKAGED'] === '1';
process.argv.splice(1, 2, ...(isPackaged ? [] : [program]));
Object.defineProperty(process.versions, 'electron', { value: '45.0.0-double', enumerable: true });
Object.defineProperty(process.versions, 'chrome', { value: '0.0.0-double', enumerable: true });
Object.assign(process, {
  type: 'browser',
  resourcesPath: join(folder, '..'),
  ...(isPackaged ? {} : { defaultApp: true }),
});

const double = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: double, shortCircuit: true }
      : next(specifier, context),
});

const { app } = await import('./app.ts');
const { decideOpenings } = await import('./browser.ts');
const { allContents } = await import('./open-contents.ts');
const { watchDownloads } = await import('./downloads.ts');
const { listenToTest, problem, tell } = await import('./seat.ts');
await import('./electron.ts');

listenToTest();
decideOpenings(async (openerTargetId, url) => {
  const opener = allContents().find((contents) => contents.targetId === openerTargetId);
  tell('windowAsked', { url });
  return (await opener?.opened(url)) ?? null;
}, watchDownloads);
process.on('uncaughtException', (error) => {
  console.error(error);
  problem(`an uncaught exception in the main process: ${error.stack ?? error.message}`);
});
process.on('unhandledRejection', (error) => {
  console.error(error);
  problem(`an unhandled rejection in the main process: ${error instanceof Error ? error.stack : String(error)}`);
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());

const { main } = z.object({ main: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
// Electron is ready only once the main module has been evaluated, top-level awaits included: one that waits for the
// program to be ready waits for ever.
const waiting = setTimeout(() => {
  problem('the main module is still being evaluated; awaiting app.whenReady() at its top level never ends in Electron');
}, 5_000);
try {
  await import(pathToFileURL(join(folder, main)).href);
} catch (error) {
  problem(`the main module failed: ${error instanceof Error ? error.stack : String(error)}`);
  console.error(error);
}
clearTimeout(waiting);
setImmediate(() => app.becomeReady());
