// For tests: a whole sample company at once, with the last version of each object by type.
import { sampleCompany, type SampleOptions } from './company.ts';
import type { SampleObject } from './wire.ts';

type OfType<T extends SampleObject['object']> = Extract<SampleObject, { readonly object: T }>;

export interface ReadCompany {
  readonly all: readonly { readonly on: string; readonly object: SampleObject }[];
  /** The last version of every object of the type. */
  of<T extends SampleObject['object']>(type: T): OfType<T>[];
}

export function readCompany(options: SampleOptions): ReadCompany {
  const all = [...sampleCompany(options).deliveries()].flatMap(({ on, objects }) =>
    objects.map((object) => ({ on, object })),
  );
  const latest = new Map(all.map(({ object }) => [object.id, object]));
  return {
    all,
    of: <T extends SampleObject['object']>(type: T) =>
      [...latest.values()].filter((object): object is OfType<T> => object.object === type),
  };
}

/** The sum of what a function makes of each. */
export function sumOf<T>(values: Iterable<T>, amountOf: (value: T) => number): number {
  let sum = 0;
  for (const value of values) sum += amountOf(value);
  return sum;
}
