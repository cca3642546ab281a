// An import in a process of its own, killed at some point without a chance to tidy up.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The last head that the import told to be durable; null when it was killed before any. */
export interface Acknowledged {
  readonly seq: number;
  readonly hash: string;
}

export interface Killed {
  readonly acknowledged: Acknowledged | null;
  /** Whether the import was through before the kill came. */
  readonly isDone: boolean;
  /** From the opened ledger to the end. */
  readonly tookMs: number;
}

/** Runs the import; `kill -9` comes so long after the ledger was opened (never, when null). */
export async function importAndKill(ledger: string, file: string, afterMs: number | null): Promise<Killed> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-and-tell.ts'), ledger, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  let complaint = '';
  let openedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    if (openedAt > 0 || !told.startsWith('open\n')) return;
    openedAt = performance.now();
    if (afterMs !== null) timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.once('close', (...ended) => resolve(ended));
  });
  clearTimeout(timer);
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the import ended with ${code ?? signal}:\n${complaint}`);
  const lines = told.split('\n').slice(0, -1);
  const last = lines.filter((line) => /^\d+ [0-9a-f]{64}$/.test(line)).at(-1);
  const [seq = '', hash = ''] = last?.split(' ') ?? [];
  return {
    acknowledged: last === undefined ? null : { seq: Number(seq), hash },
    isDone: lines.at(-1) === 'done',
    tookMs: performance.now() - openedAt,
  };
}
