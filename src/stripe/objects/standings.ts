// Candidates held against what is stored, and the table of all observed objects brought up to date.
import type { WriteHandle } from '../../ledger/index.ts';
import { type Candidates, laterOf } from './candidates.ts';
import type { Standing } from './changes.ts';
import { keyOf } from './observations.ts';
import { type StripeObjectRow, stripeObjectsTable } from './tables.ts';

export interface Standings {
  /** Standings of each type for which something may have to be written. */
  readonly byType: ReadonlyMap<string, readonly Standing[]>;
  /** Rows of `stripe_objects` that change. */
  readonly rows: readonly StripeObjectRow[];
  readonly storedCount: number;
}

/** Reads what is stored of every candidate at once and says where each one stands. */
export async function standingsOf(write: WriteHandle, candidates: Candidates): Promise<Standings> {
  const ids: string[] = [];
  for (const byId of candidates.values()) for (const id of byId.keys()) ids.push(id);
  const stored = new Map<string, StripeObjectRow[]>();
  let storedCount = 0;
  for (const row of await write.selectRows(stripeObjectsTable, 'id', ids)) {
    const same = stored.get(row.id);
    if (same === undefined) stored.set(row.id, [row]);
    else same.push(row);
    storedCount += 1;
  }
  const byType = new Map<string, Standing[]>();
  const rows: StripeObjectRow[] = [];
  for (const [type, byId] of candidates) {
    const standings: Standing[] = [];
    byType.set(type, standings);
    for (const candidate of byId.values()) {
      const before = stored.get(candidate.id)?.find((row) => row.type === type) ?? null;
      const standing = standingOf(candidate, before, rows);
      if (standing !== null) standings.push(standing);
    }
  }
  return { byType, rows, storedCount };
}

function standingOf(
  candidate: Standing['candidate'],
  stored: StripeObjectRow | null,
  rows: StripeObjectRow[],
): Standing | null {
  const { best } = candidate;
  const key = best === null ? '' : keyWithin(candidate, stored);
  const isWinner = best !== null && (stored === null || key > stored.version_key);
  const isDeleted = candidate.isDeleted || stored?.is_deleted === 1;
  const deletedAt = laterOf(candidate.deletedAt, stored?.deleted_at ?? null);
  const isDeletionNews =
    stored === null ? isDeleted : (isDeleted ? 1 : 0) !== stored.is_deleted || deletedAt !== stored.deleted_at;
  if (isWinner || isDeletionNews) {
    rows.push({
      id: candidate.id,
      type: candidate.type,
      version_key: isWinner || stored === null ? key : stored.version_key,
      as_of_at: isWinner || stored === null ? (best?.asOfAt ?? 0) : stored.as_of_at,
      fact_seq: isWinner || stored === null ? candidate.seq : stored.fact_seq,
      is_deleted: isDeleted ? 1 : 0,
      deleted_at: deletedAt,
      customer_id: isWinner || stored === null ? candidate.customerId : stored.customer_id,
    });
  }
  const isTied = stored !== null && best !== null && key === stored.version_key;
  const isOfInterest =
    isWinner || isDeletionNews || candidate.partial !== null || (isTied && candidate.type === 'customer');
  return isOfInterest ? { candidate, stored, isWinner, isTied, isDeleted, deletedAt } : null;
}

/** The candidate's key; without its digest where that cannot matter, and with it wherever it is stored. */
function keyWithin(candidate: Standing['candidate'], stored: StripeObjectRow | null): string {
  const { best } = candidate;
  if (best === null) return '';
  if (stored !== null && candidate.key === null && stored.version_key.slice(0, best.keyStart.length) > best.keyStart) {
    return best.keyStart;
  }
  return (candidate.key ??= keyOf(best));
}
