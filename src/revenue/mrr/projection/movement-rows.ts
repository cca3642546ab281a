// Appends differences to the log of movements.
import type { ProjectionContext } from '../../../ledger/index.ts';
import type { NetMovement } from '../rollups/index.ts';
import { mrrMovements } from '../tables.ts';

export interface CustomerDifferences {
  readonly customerId: string;
  readonly differences: readonly NetMovement[];
}

/** Appends the differences in the order given; ids go on from the last. */
export async function appendRows(
  { write, batch, recordedAt, lastSeq }: ProjectionContext,
  customers: readonly CustomerDifferences[],
): Promise<void> {
  const last = await write.selectFrom('mrr_movements').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  let id = last?.id ?? 0;
  await write.insertRows(
    mrrMovements,
    customers.flatMap(({ customerId, differences }) =>
      differences.map((movement) => {
        id += 1;
        return {
          id,
          customer_id: customerId,
          effective_on: movement.effectiveOn,
          price_id: movement.priceId,
          plan_id: movement.planId,
          currency: movement.currency,
          kind: movement.kind,
          amount_mrr: movement.amount,
          reason: movement.reason,
          series: movement.series,
          origin_on: movement.originOn,
          recorded_at: recordedAt,
          batch,
          fact_seq: lastSeq,
        };
      }),
    ),
  );
}
