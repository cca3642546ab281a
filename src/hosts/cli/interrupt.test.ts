// Ctrl-C during an import: it ends after its transaction, the ledger is whole, and a second import completes it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from './run.testing.ts';

const COUNT = 60_000;
const ENTRY = fileURLToPath(new URL('./entry.ts', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is answered once, cleanly', async () => {
  const ledger = join(folder, 'company.ledger');
  const file = join(folder, 'customers.jsonl');
  const customer = { object: 'customer', created: 1_700_000_000, metadata: {}, livemode: false, balance: 0 };
  writeFileSync(
    file,
    Array.from({ length: COUNT }, (_, index) => JSON.stringify({ id: `cus_${index}`, ...customer })).join('\n'),
  );
  const importing = spawn(process.execPath, [ENTRY, 'import', '--ledger', ledger, '--no-encrypt', '--json', file]);
  const output: Buffer[] = [];
  importing.stdout.on('data', (piece: Buffer) => output.push(piece));
  importing.stderr.once('data', () => setTimeout(() => importing.kill('SIGINT'), 300));
  const exitCode = await new Promise((resolve) => importing.on('close', resolve));
  expect(exitCode).toBe(1);
  const taken = JSON.parse(Buffer.concat(output).toString());
  expect(taken.isCanceled).toBe(true);
  expect(taken.added).toBeLessThan(COUNT);
  if (taken.batch !== null) expect((await run('verify', '--ledger', ledger)).exitCode).toBe(0);
  const again = JSON.parse((await run('import', '--ledger', ledger, '--no-encrypt', '--json', file)).stdout);
  expect(again).toMatchObject({ added: COUNT - taken.added, known: taken.added, isCanceled: false });
  expect(readdirSync(folder).sort()).toEqual(['company.ledger', 'customers.jsonl']);
});
