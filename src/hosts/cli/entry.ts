// The command line as a program: its terminal, its interruption, its exit status.
import { readFileSync } from 'node:fs';
import { runCommandLine } from './run.ts';

const MANIFEST = import.meta.url.endsWith('.ts') ? '../../../package.json' : '../../package.json';
/** A key press may arrive more than once, through the processes around this one. */
const SAME_INTERRUPTION_MS = 500;
const STOPPED_AT_ONCE = 130;
/** EX_SOFTWARE of sysexits.h: none of the statuses that mean something about the ledger. */
const DEFECT = 70;

// What native modules ask about the system must not look up names in a network.
if (process.report !== undefined) Object.assign(process.report, { excludeNetwork: true });

const manifest: { readonly version: string } = JSON.parse(readFileSync(new URL(MANIFEST, import.meta.url), 'utf8'));
const interrupting = new AbortController();

let interruptedAt = 0;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    const now = performance.now();
    if (!interrupting.signal.aborted) interruptedAt = now;
    // The second time nobody wants to wait; what is not durable yet was never acknowledged.
    else if (now - interruptedAt > SAME_INTERRUPTION_MS) process.exit(STOPPED_AT_ONCE);
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
