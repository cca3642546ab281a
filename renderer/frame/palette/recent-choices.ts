// What was chosen lately. Commands are remembered; customers and invoices, their ids included, only until the page is
// left: they belong into the ledger and nowhere else.
import { remember, remembered } from '../../core/remembered.ts';
import type { Choice } from './choices.ts';

const NAME = 'recent-commands';
const MOST = 6;
let found: readonly Choice[] = [];
let latest: readonly string[] | null = null;

/** Ids of commands and records chosen lately, the latest first. */
export function recentIds(): readonly string[] {
  latest ??= (remembered(NAME) ?? '').split('\n').filter((id) => id !== '' && !isFound(id));
  return latest;
}

/** Customers and invoices chosen since the page was opened. */
export function recentlyFound(): readonly Choice[] {
  return found;
}

/** Notes a choice as the latest. */
export function noteChoice(choice: Choice): void {
  if (isFound(choice.id)) found = [choice, ...found.filter(({ id }) => id !== choice.id)].slice(0, MOST);
  latest = [choice.id, ...recentIds().filter((id) => id !== choice.id)].slice(0, MOST);
  remember(NAME, latest.filter((id) => !isFound(id)).join('\n'));
}

/** Forgets customers and invoices, as another ledger is opened. */
export function forgetFound(): void {
  found = [];
  latest = recentIds().filter((id) => !isFound(id));
}

function isFound(id: string): boolean {
  return id.startsWith('found ');
}
