// What was chosen lately. Commands are remembered; customers and invoices only until the page is left, since their
// names belong into the ledger and nowhere else.
import { remember, remembered } from '../../core/remembered.ts';
import type { Choice } from './choices.ts';

const NAME = 'recent-commands';
const MOST = 6;
let found: readonly Choice[] = [];

/** Ids of commands and records chosen lately, the latest first. */
export function recentIds(): readonly string[] {
  return (remembered(NAME) ?? '')
    .split('\n')
    .filter((id) => id !== '' && (!isFound(id) || found.some((one) => one.id === id)));
}

/** Customers and invoices chosen since the page was opened. */
export function recentlyFound(): readonly Choice[] {
  return found;
}

/** Notes a choice as the latest. */
export function noteChoice(choice: Choice): void {
  if (isFound(choice.id)) found = [choice, ...found.filter(({ id }) => id !== choice.id)].slice(0, MOST);
  remember(NAME, [choice.id, ...recentIds().filter((id) => id !== choice.id)].slice(0, MOST).join('\n'));
}

/** Forgets customers and invoices, as another ledger is opened. */
export function forgetFound(): void {
  found = [];
}

function isFound(id: string): boolean {
  return id.startsWith('found ');
}
