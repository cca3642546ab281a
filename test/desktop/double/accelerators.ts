// Keys of the menu: an accelerator's text against a key press that the page left alone.
import { NotDoubled } from './absent.ts';
import { accelerated } from './menu.ts';
import type { WebContents } from './web-contents.ts';

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  plus: ['+', '='],
  space: [' '],
  tab: ['Tab'],
  backspace: ['Backspace'],
  delete: ['Delete'],
  insert: ['Insert'],
  return: ['Enter'],
  enter: ['Enter'],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  home: ['Home'],
  end: ['End'],
  pageup: ['PageUp'],
  pagedown: ['PageDown'],
  escape: ['Escape'],
  esc: ['Escape'],
};
const isMac = process.platform === 'darwin';

/** Whether the press is the accelerator. Raises an error that names a part that the double does not know. */
export function isPressed(accelerator: string, press: KeyPress): boolean {
  const parts = accelerator.replace(/\+\+$/, '+plus').toLowerCase().split('+');
  const wanted = { ctrl: false, shift: false, alt: false, meta: false };
  let key = '';
  for (const part of parts) {
    if (part === 'commandorcontrol' || part === 'cmdorctrl') wanted[isMac ? 'meta' : 'ctrl'] = true;
    else if (part === 'control' || part === 'ctrl') wanted.ctrl = true;
    else if (part === 'command' || part === 'cmd' || part === 'meta' || part === 'super') wanted.meta = true;
    else if (part === 'alt' || part === 'option' || part === 'altgr') wanted.alt = true;
    else if (part === 'shift') wanted.shift = true;
    else if (key === '') key = part;
    else throw new NotDoubled(`accelerator ${accelerator}`);
  }
  const names = KEYS[key] ?? (/^f\d{1,2}$/.test(key) ? [key.toUpperCase()] : [key]);
  if (key === '' || (names[0] === key && key.length !== 1)) throw new NotDoubled(`accelerator ${accelerator}`);
  const isShiftFree = key === 'plus';
  return (
    wanted.ctrl === press.ctrlKey &&
    wanted.alt === press.altKey &&
    wanted.meta === press.metaKey &&
    (isShiftFree || wanted.shift === press.shiftKey) &&
    names.some((name) => name.toLowerCase() === press.key.toLowerCase())
  );
}

/** A page left a key press to the program. */
export function pressed(contents: WebContents, press: KeyPress): void {
  accelerated(contents, (accelerator) => isPressed(accelerator, press));
}
