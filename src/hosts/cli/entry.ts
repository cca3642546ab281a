// The command line as a program: its terminal, its interruption, its exit status.
import { readFileSync } from 'node:fs';
import { runCommandLine } from './run.ts';

const MANIFEST = import.meta.url.endsWith('.ts') ? '../../../package.json' : '../../package.json';
const STOPPED_AT_ONCE = 130;
/** EX_SOFTWARE of sysexits.h: none of the statuses that mean something about the ledger. */
const DEFECT = 70;

const manifest: { readonly version: string } = JSON.parse(readFileSync(new URL(MANIFEST, import.meta.url), 'utf8'));
const interrupting = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second time nobody wants to wait; what is not durable yet was never acknowledged.
    if (interrupting.signal.aborted) process.exit(STOPPED_AT_ONCE);
    interrupting.abort();
  });
}

try {
  process.exitCode = await runCommandLine(manifest.version, process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    isWatched: process.stderr.isTTY === true,
    isStdoutScreen: process.stdout.isTTY === true,
    interrupted: interrupting.signal,
  });
} catch (defect) {
  console.error('countinghouse: the program itself failed;', defect);
  process.exitCode = DEFECT;
}
