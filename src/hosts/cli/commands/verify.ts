// `countinghouse verify`: the whole ledger computed again from its facts and compared.
import { applicationSchema } from '../../../app/schema.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { type Difference, verifyLedger } from '../../../ledger/index.ts';
import type { LedgerOptions } from '../command.ts';
import { progressLine } from '../progress-line.ts';
import type { Invocation } from '../terminal.ts';

const FOUND_SOMETHING = 1;

export async function verify(call: Invocation, options: LedgerOptions): Promise<number> {
  const file = await resolveLedger(options);
  const found = await verifyLedger({
    ...file,
    schema: applicationSchema,
    onProgress: (progress) => call.progress(progressLine(progress)),
  });
  call.progress(null);
  call.answer(found);
  if (found.difference === null) {
    call.say(`Intact: ${count(found.facts)} facts give the same ${count(found.rows)} rows. Head ${found.head.hash}`);
    return 0;
  }
  call.say(`Not intact: ${sentenceOf(found.difference)}`);
  return FOUND_SOMETHING;
}

function sentenceOf({ table, key, column, stored, expected }: Difference): string {
  const place = table === 'chain' ? `the fact log differs at fact ${key}` : `table ${table} differs at ${key}`;
  if (column !== null)
    return `${place}, column ${column}: the ledger holds ${shown(stored)}, the facts give ${shown(expected)}.`;
  if (stored === null) return `${place}: the row is missing; the facts give ${shown(expected)}.`;
  return `${place}: the ledger holds ${shown(stored)}, the facts give ${expected === null ? 'no such row' : shown(expected)}.`;
}

function shown(value: string | null): string {
  return value === null ? 'nothing' : value;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
