// Keys as the program writes them (`mod+k`, `g o`, `?`): which event means which, and how a person reads them.

/** A key with its modifiers, or two keys one after the other. `mod` is Command on a Mac and Control elsewhere. */
export type Keys = string;

export type Platform = 'darwin' | 'win32' | 'linux';

/** What of a keyboard event is looked at. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The time within which the second key of two has to come. */
const SECOND_KEY_MS = 1200;

const NAMES: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  enter: 'Enter',
  escape: 'Esc',
};

/** The event as keys are written. Shift is written only beside a letter: `?` is itself already. */
export function keysOf(pressed: Pressed, platform: Platform): Keys {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  const isMac = platform === 'darwin';
  const isLetter = /^[a-z]$/i.test(key);
  return [
    (isMac ? metaKey : ctrlKey) && 'mod',
    isMac && ctrlKey && 'ctrl',
    altKey && 'alt',
    shiftKey && (isLetter || key.length > 1) && 'shift',
    key.toLowerCase(),
  ]
    .filter((part) => part !== false)
    .join('+');
}

/** Keys as a person reads them, one text for each key to press: `['Ctrl', 'K']`, `['G', 'then', 'O']`. */
export function keyNames(keys: Keys, platform: Platform): readonly string[] {
  const [first = '', second] = keys.split(' ');
  const names = first.split('+').map((part) => keyName(part, platform));
  return second === undefined ? names : [...names, 'then', keyName(second, platform)];
}

/** What a sequence of keys makes of one more: the binding that it completes, or that another key is awaited. */
export function keySequence(): (pressed: Keys, bound: ReadonlySet<Keys>, atMs: number) => Keys | 'awaiting' | null {
  let first: { readonly keys: Keys; readonly atMs: number } | null = null;
  return (pressed, bound, atMs) => {
    const before = first !== null && atMs - first.atMs <= SECOND_KEY_MS ? `${first.keys} ${pressed}` : null;
    first = null;
    if (before !== null && bound.has(before)) return before;
    if (bound.has(pressed)) return pressed;
    if (![...bound].some((keys) => keys.startsWith(`${pressed} `))) return null;
    first = { keys: pressed, atMs };
    return 'awaiting';
  };
}

/** True where keys without a modifier are text: they are then left to whoever types. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/** True for keys that type nothing by themselves, which are heard even while somebody types. */
export function hasModifier(keys: Keys): boolean {
  return /(?:^|\+)(?:mod|ctrl|alt)\+/.test(keys);
}

function keyName(part: string, platform: Platform): string {
  const isMac = platform === 'darwin';
  if (part === 'mod') return isMac ? '⌘' : 'Ctrl';
  if (part === 'alt') return isMac ? '⌥' : 'Alt';
  if (part === 'shift') return isMac ? '⇧' : 'Shift';
  return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
}
