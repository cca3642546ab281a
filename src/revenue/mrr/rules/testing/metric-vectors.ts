// The worked examples that vendors publish, as they are kept with their sources in test/fixtures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { known } from '../../../../kernel/index.ts';

const vectorSchema = z.object({
  id: z.string(),
  topic: z.string(),
  source: z.string(),
  inputs: z.unknown(),
  expected: z.unknown(),
  use_in_tests: z.unknown().optional(),
});

const PATH = join(import.meta.dirname, '../../../../../test/fixtures/metric-vectors.json');
const vectors = new Map(
  z
    .array(vectorSchema)
    .parse(JSON.parse(readFileSync(PATH, 'utf8')))
    .map((vector) => [vector.id, vector]),
);

/** The vector's inputs and what it expects, where one is given under our own convention: that. */
export function vector<I extends z.ZodType, E extends z.ZodType>(
  id: string,
  inputs: I,
  expected: E,
): { inputs: z.infer<I>; expected: z.infer<E> } {
  const found = known(vectors.get(id), `there is a metric vector ${id}`);
  const ours = z.object({ our_convention: z.unknown() }).safeParse(found.use_in_tests);
  const wanted = ours.success ? ours.data.our_convention : (found.use_in_tests ?? found.expected);
  return { inputs: inputs.parse(found.inputs), expected: expected.parse(wanted) };
}

/** The ids of all vectors on a topic. */
export function vectorIds(topic: string): string[] {
  return [...vectors.values()].filter((found) => found.topic === topic).map(({ id }) => id);
}
