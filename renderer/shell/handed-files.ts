// Files dropped on the window, or opened with the program: a ledger opens, exports of Stripe and rates go in.
import type { HandedFile } from '../core/outputs.ts';
import { tellRefusal } from '../core/toasts.ts';
import { importFiles, importRates, openLedger } from './ledger-actions.ts';
import { shell } from './shell.ts';
import type { Surroundings } from './surroundings.ts';

export interface SortedFiles {
  readonly objects: readonly HandedFile[];
  readonly rates: readonly HandedFile[];
  /** Whatever else: the core knows a ledger by its content, and refuses what is none. */
  readonly ledgers: readonly HandedFile[];
}

/** Which files go where, by the endings of their names. */
export function sortFiles(files: readonly HandedFile[]): SortedFiles {
  const ends = (ending: RegExp) => files.filter(({ name }) => ending.test(name));
  const objects = ends(/\.(?:jsonl?|ndjson)$/i);
  const rates = ends(/\.csv$/i);
  return { objects, rates, ledgers: files.filter((file) => !objects.includes(file) && !rates.includes(file)) };
}

/** Hands dropped files in and lets each do what it is for. */
export async function takeDropped(files: readonly File[], surroundings: Surroundings): Promise<void> {
  if (files.length === 0) return;
  try {
    await takeHanded(await shell.handIn(files), surroundings);
  } catch (error) {
    tellRefusal(error);
  }
}

/** Lets each file that was handed in do what it is for; of several ledgers the last stays open. */
export async function takeHanded(files: readonly HandedFile[], surroundings: Surroundings): Promise<void> {
  const { objects, rates, ledgers } = sortFiles(files);
  for (const { ticket, name } of ledgers) await openLedger({ ticket, name }, surroundings);
  for (const file of rates) await importRates(file);
  await importFiles(objects);
}
