// One customer's MRR opened: its spans with what shows them, and its movements as they were recorded.
import { CountinghouseError, dayOfInstant, instant, mrrToMinor } from '../../../kernel/index.ts';
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import { customerById } from '../../../billing/customers/index.ts';
import { workspaceOf } from '../../../governance/workspace/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { planNames } from './names.ts';
import type { CustomerDrill } from './metric-shapes.ts';

/** The customer's spans by day and its movements in order of recording. Raises `not_found` for an unknown customer. */
export async function customerDrill(read: ReadHandle, customerId: string): Promise<CustomerDrill> {
  const { timeZone } = await workspaceOf(read);
  const spans = await read
    .selectFrom('mrr_spans')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('starts_on')
    .orderBy('subscription_id')
    .orderBy('item_id')
    .execute();
  const movements = await read
    .selectFrom('mrr_movements')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .execute();
  if (spans.length === 0 && movements.length === 0 && (await customerById(read, customerId)) === null) {
    throw new CountinghouseError('not_found', { what: `There is no customer ${customerId}` });
  }
  const planOf = (span: (typeof spans)[number]) => span.product_id ?? span.price_id;
  const nameOf = await planNames(read, [...spans.map(planOf), ...movements.map((row) => row.plan_id)]);
  return {
    customerId,
    spans: spans.map((row) => ({
      subscriptionId: row.subscription_id,
      itemId: row.item_id,
      priceId: row.price_id,
      planId: planOf(row),
      plan: nameOf(planOf(row)),
      currency: row.currency as Currency,
      startsOn: row.starts_on as CivilDay,
      endsOn: row.ends_on as CivilDay | null,
      amountMrr: row.amount_mrr,
      mrrMinor: mrrToMinor(row.amount_mrr),
      quantity: row.quantity,
      startReason: row.start_reason,
      endReason: row.end_reason,
      evidenceId: row.evidence_id,
    })),
    movements: movements.map((row) => ({
      effectiveOn: row.effective_on as CivilDay,
      recordedOn: dayOfInstant(instant(row.recorded_at), timeZone),
      kind: row.kind,
      series: row.series as CustomerDrill['movements'][number]['series'],
      amountMrr: row.amount_mrr,
      amountMinor: mrrToMinor(row.amount_mrr),
      currency: row.currency as Currency,
      priceId: row.price_id,
      planId: row.plan_id,
      plan: nameOf(row.plan_id),
      reason: row.reason,
      originOn: row.origin_on as CivilDay | null,
      factSeq: row.fact_seq,
    })),
  };
}
