// Reads option values with the kernel's own constructors, so that a mistake names itself.
import { InvalidArgumentError } from 'commander';
import { CountinghouseError } from '../../kernel/index.ts';

/** A parser for commander that refuses with the words of the kernel's refusal. */
export function parsedBy<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      if (error instanceof CountinghouseError) throw new InvalidArgumentError(error.message);
      throw error;
    }
  };
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}`);
  };
}
