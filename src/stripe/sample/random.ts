// The sample company's only source of chance: a seeded generator whose numbers are the same on every machine.
// No Math.random, and nothing like Math.log whose last digit may differ between engines.

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const TWO_32 = 4_294_967_296;

/**
 * sfc32 (Chris Doty-Humphrey's Small Fast Counter, PractRand), seeded from a path of numbers, so that every
 * customer has a stream of its own that no other customer's draws can disturb.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(...path: readonly number[]) {
    let state = 0x9e3779b9;
    for (const part of path) state = scramble((state ^ (part | 0)) >>> 0);
    this.a = scramble(state + 1);
    this.b = scramble(state + 2);
    this.c = scramble(state + 3);
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** The next 32 bits as an integer from 0 to 2³² − 1. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** An integer from 0 to `limit` − 1. */
  below(limit: number): number {
    return Math.floor((this.next() / TWO_32) * limit);
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True so many times in ten thousand. */
  happens(inTenThousand: number): boolean {
    return this.below(10_000) < inTenThousand;
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }

  /** One of the values, as often as its weight says. */
  weighted<T>(choices: readonly [readonly [T, number], ...(readonly [T, number])[]]): T {
    let left = this.below(choices.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [value, weight] of choices) {
      if (left < weight) return value;
      left -= weight;
    }
    return choices[0][0];
  }

  /** So many letters and digits, as the rest of a Stripe id. */
  letters(length: number): string {
    let text = '';
    let bits = 0;
    for (let index = 0; index < length; index += 1) {
      if (index % 5 === 0) bits = this.next();
      text += LETTERS[bits % 62];
      bits = Math.floor(bits / 62);
    }
    return text;
  }
}

/** The finalizer of MurmurHash3, which spreads every bit over all of them. */
function scramble(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
