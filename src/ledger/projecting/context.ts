// What projections are given within one transaction.
import type { ProjectionContext, TouchTopic, WriteHandle } from '../projection.ts';

const NOTHING: ReadonlySet<string> = new Set();

export interface TransactionContext extends ProjectionContext {
  /** The topics touched so far. */
  topics(): readonly string[];
}

/** A context in which nothing has been touched yet. */
export function transactionContext(
  write: WriteHandle,
  { batch, recordedAt, lastSeq }: Pick<ProjectionContext, 'batch' | 'recordedAt' | 'lastSeq'>,
): TransactionContext {
  const touched = new Map<TouchTopic, Set<string>>();
  return {
    write,
    batch,
    recordedAt,
    lastSeq,
    touch: (topic, id) => {
      const ids = touched.get(topic);
      if (ids === undefined) touched.set(topic, new Set([id]));
      else ids.add(id);
    },
    of: (topic) => touched.get(topic) ?? NOTHING,
    topics: () => [...touched.keys()],
  };
}
