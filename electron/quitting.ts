// Quitting waits until the core has finished its transaction and closed the ledger.
import { app, dialog } from 'electron';

/** Far longer than a transaction takes: a core that is not done by then hangs. */
const HUNG_MS = 30_000;
const ANYWAY = 1;

/**
 * Holds every quit until `shut` has ended. A core that hangs is waited for as long as the person says. Returns what
 * tells whether the program is closing.
 */
export function quitAfter(shut: () => Promise<void>): () => boolean {
  let state: 'running' | 'shutting' | 'shut' = 'running';
  app.on('will-quit', (event) => {
    if (state === 'shut') return;
    event.preventDefault();
    if (state === 'shutting') return;
    state = 'shutting';
    const whenShut = shut().catch((error: unknown) => console.error('The ledger was not closed:', error));
    void waited(whenShut).finally(() => {
      state = 'shut';
      app.quit();
    });
  });
  return () => state !== 'running';
}

async function waited(whenShut: Promise<void>): Promise<void> {
  const shut = whenShut.then(() => 'shut' as const);
  while ((await Promise.race([shut, later()])) === 'hung') {
    const canceling = new AbortController();
    const asked = dialog.showMessageBox({
      signal: canceling.signal,
      type: 'warning',
      message: 'Countinghouse is still closing the ledger',
      detail: 'The core has not answered for half a minute. Quitting now loses nothing that was confirmed.',
      buttons: ['Keep Waiting', 'Quit Now'],
      defaultId: 0,
      cancelId: 0,
    });
    const answer = await Promise.race([shut, asked]);
    canceling.abort();
    if (answer === 'shut' || answer.response === ANYWAY) return;
  }
}

async function later(): Promise<'hung'> {
  return await new Promise((resolve) => setTimeout(resolve, HUNG_MS, 'hung'));
}
