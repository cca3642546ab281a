// A person without a mouse: keys, where the focus stands, and whether it can be seen there.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Desktop } from '../desktop/desktop.ts';

export interface Focus {
  readonly tag: string;
  readonly role: string | null;
  /** What names it: its label, or its text. */
  readonly name: string;
  readonly href: string | null;
  /** The number that stands in it. */
  readonly value: number | null;
  /** False where nothing shows that the focus is there, or where it is out of sight. */
  readonly isSeen: boolean;
}

/** An outline around the element itself, what it is drawn as, or what holds it. */
const FOCUS = `(() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const isRinged = (element) => {
    if (element === null || element === undefined) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return outlineStyle !== 'none' && outlineWidth !== '0px' && !/transparent|, 0\\)$/.test(outlineColor);
  };
  const isInSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const label = at.labels?.[0]?.textContent;
  return {
    tag: at.tagName.toLowerCase(),
    role: at.getAttribute('role'),
    name: (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').trim(),
    href: at.getAttribute('href'),
    value: at.querySelector('data') === null ? null : Number(at.querySelector('data').value),
    isSeen: isInSight && [at, at.nextElementSibling, at.parentElement].some(isRinged),
  };
})()`;

const MOST_TABS = 60;

export class KeysAlone {
  readonly #desktop: Desktop;

  constructor(desktop: Desktop) {
    this.#desktop = desktop;
  }

  get page(): Page {
    return this.#desktop.page;
  }

  async focus(): Promise<Focus> {
    return await this.page.evaluate<Focus>(FOCUS);
  }

  /** Presses keys, as accelerators of the menu too. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#desktop.press(key);
  }

  /** Presses Tab until the focus stands on what is looked for; on its way it is seen at every stop. */
  async tabTo(what: string, isThere: (focus: Focus) => boolean): Promise<Focus> {
    const passed: string[] = [];
    for (let count = 0; count < MOST_TABS; count += 1) {
      await this.press('Tab');
      const focus = await this.focus();
      passed.push(`${focus.tag} "${focus.name.slice(0, 60)}"`);
      if (focus.tag !== 'body') expect(focus.isSeen, `the focus is seen at ${passed.at(-1)}`).toBe(true);
      if (isThere(focus)) return focus;
    }
    throw new Error(`no ${what} within ${MOST_TABS} stops:\n${passed.join('\n')}`);
  }

  /** Presses a key that moves inside of something, and says where the focus is seen then. */
  async move(key: string): Promise<Focus> {
    await this.press(key);
    const focus = await this.focus();
    expect(focus.isSeen, `the focus is seen after ${key}, at ${focus.tag} "${focus.name.slice(0, 60)}"`).toBe(true);
    return focus;
  }
}
