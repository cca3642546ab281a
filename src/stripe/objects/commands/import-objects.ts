// Taking Stripe objects and events in: from files as the API or the Stripe CLI prints them, or from memory.
import type { Run, WritableLedger } from '../../../ledger/index.ts';
import { type ImportOptions, type ImportResult, Intake } from '../import/intake.ts';
import { entriesOfFiles, entriesOfObjects, type EntrySource, sizeOf } from '../import/sources.ts';

/** Imports files of JSON Lines or printed JSON. Raises `file_unreadable` before anything is changed. */
export async function importFiles(
  ledger: WritableLedger,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  let bytesTotal = 0;
  for (const path of paths) bytesTotal += await sizeOf(path, options.isStrict === true);
  return importFrom(ledger, (onBytes) => entriesOfFiles(paths, onBytes), bytesTotal, options);
}

/**
 * Imports objects that are in memory, which may be made as they are taken. An object that stands expanded inside
 * another one is replaced by its id there.
 */
export async function importObjects(
  ledger: WritableLedger,
  objects: Iterable<unknown>,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const kept = options.isStrict === true ? [...objects] : objects;
  return importFrom(ledger, () => entriesOfObjects(kept), 0, options);
}

async function importFrom(
  ledger: WritableLedger,
  source: EntrySource,
  bytesTotal: number,
  options: ImportOptions,
): Promise<ImportResult> {
  if (options.isStrict === true) {
    const checked = new Intake(bytesTotal, 'checking', options);
    await checked.takeAll(source, async () => {});
    if (checked.problemCount > 0 || checked.isCanceled) return checked.result(null, new Map());
  }
  const intake = new Intake(bytesTotal, 'reading', options);
  let run: Run | null = null;
  await intake.takeAll(source, async (facts) => {
    run ??= await ledger.beginRun(options.actor ?? 'import');
    await run.append(facts);
  });
  const begun = run as Run | null;
  if (begun === null) return intake.result(null, new Map());
  await begun.settle((left) => intake.tell('settling', left));
  const rows = await ledger.read
    .selectFrom('stripe_imports')
    .select(['type', 'added'])
    .where('batch', '=', begun.batch)
    .execute();
  return intake.result(rows.length === 0 ? null : begun.batch, new Map(rows.map((row) => [row.type, row.added])));
}
