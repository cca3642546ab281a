// How long it takes until the core can answer, against bare Node with better-sqlite3 and one query.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freshPath } from './bench-folder.ts';
import { compare, type Result } from './measure.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/countinghouse.js', import.meta.url));

/** `report` of one month from a new process, against a new process that opens the same file and counts a table. */
export async function benchStartup(turns: number): Promise<Result[]> {
  const path = freshPath('sample.ledger');
  run([PROGRAM, 'sample', '--ledger', path, '--customers', '200']);
  const bare = `const Database = require('better-sqlite3'); const database = new Database(${JSON.stringify(path)}, { readonly: true });
    console.log(database.prepare('select count(*) from mrr_months').get())`;
  const { productMs, yardstickMs } = await compare(
    () => {
      run([PROGRAM, 'report', 'movements', '--ledger', path, '--from', '2026-10', '--to', '2026-10', '--out', '-']);
    },
    () => {
      run(['-e', bare]);
    },
    turns,
  );
  const ratio = productMs / yardstickMs;
  return [
    {
      name: 'core ready ÷ bare Node with one query (time)',
      size: '200 customers',
      figure: `${ratio.toFixed(2)} × (${productMs.toFixed(0)} against ${yardstickMs.toFixed(0)} ms)`,
      target: '≤ 2 ×',
      isMet: ratio <= 2,
      values: { productMs, yardstickMs, ratio },
    },
  ];
}

function run(parameters: readonly string[]): void {
  execFileSync(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
}
