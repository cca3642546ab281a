// The words that screens use for the core's codes, one word for one thing.

/** The five movements and what moves beside them, in the order of a roll-forward. */
export const MOVEMENT_WORDS = {
  new: 'New',
  reactivation: 'Reactivation',
  expansion: 'Expansion',
  contraction: 'Contraction',
  churn: 'Churn',
  transfer_in: 'Transfer in',
  transfer_out: 'Transfer out',
  fx: 'FX',
} as const;

export type MovementKind = keyof typeof MOVEMENT_WORDS;

/** True for the code of a movement. */
export function isMovementKind(text: string): text is MovementKind {
  return Object.hasOwn(MOVEMENT_WORDS, text);
}

/** The word of a movement's code. */
export function kindText(kind: string): string {
  return isMovementKind(kind) ? MOVEMENT_WORDS[kind] : codeText(kind);
}

/** A code such as `discount_expired` as words: `Discount expired`. */
export function codeText(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** `1 customer`, `2 customers`. */
export function counted(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count === '1' ? one : many}`;
}
