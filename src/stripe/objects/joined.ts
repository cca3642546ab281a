// Rows that are joined with what is stored: those that carry deletions, erasures, tiers, or lines that came by themselves.
import type { CouponRow } from '../../billing/discounts/index.ts';
import { storedCoupons, storedDiscounts, writeCoupons, writeDiscounts } from '../../billing/discounts/index.ts';
import {
  type PriceRow,
  storedPrices,
  storedProducts,
  writePrices,
  writeProducts,
} from '../../billing/catalog/index.ts';
import { blankCustomer, type CustomerRow, storedCustomers, writeCustomers } from '../../billing/customers/index.ts';
import type { ProjectionContext } from '../../ledger/index.ts';
import { deletedFlag, type Standing, winningRow } from './changes.ts';
import { contentOfObservation } from './observations.ts';
import { couponTerms, withKnownScope } from './rows/discounts.ts';
import { priceTerms, withKnownTiers } from './rows/catalog.ts';

/** Ids of those that were stored before: the only ones whose rows need reading. */
function storedIds(standings: readonly Standing[]): string[] {
  return standings.flatMap(({ candidate, stored }) => (stored === null ? [] : [candidate.id]));
}

/** What of a customer's own is shown, sorted or grouped by. */
const OWN_FIELDS = ['name', 'email', 'country', 'created_at', 'is_deleted'] as const satisfies (keyof CustomerRow)[];

export async function applyCustomers(context: ProjectionContext, standings: readonly Standing[]): Promise<void> {
  const stored = await storedCustomers(
    context.write,
    standings.map(({ candidate }) => candidate.id),
  );
  const rows = standings.map((standing) => {
    const { candidate, deletedAt } = standing;
    const before = stored.get(candidate.id) ?? null;
    const won = winningRow(standing, 'customers');
    const content = won ?? before ?? blankCustomer(candidate.id, candidate.seq);
    const isDeleted = deletedFlag(standing, content.created_at);
    const row: CustomerRow = {
      ...content,
      is_deleted: isDeleted,
      deleted_at: isDeleted === 1 ? deletedAt : null,
      is_erased: before?.is_erased ?? 0,
      fact_seq: won === null ? (before?.fact_seq ?? candidate.seq) : candidate.seq,
    };
    withTiedNames(row, standing);
    if (row.is_erased === 1) Object.assign(row, { name: null, email: null });
    if (before === null || OWN_FIELDS.some((field) => row[field] !== before[field])) context.touch('customer', row.id);
    const endedBefore = before === null ? null : before.deleted_at;
    if (
      row.is_deleted !== (before?.is_deleted ?? 0) ||
      row.deleted_at !== endedBefore ||
      row.discount_id !== (before?.discount_id ?? null) ||
      row.tax_exempt !== (before?.tax_exempt ?? null)
    )
      context.touch('customer_billing', row.id);
    return row;
  });
  await writeCustomers(context.write, rows);
}

/** Of observations that differ in sealed fields alone, the greater name and e-mail stay. */
function withTiedNames(row: CustomerRow, { candidate, isWinner, isTied }: Standing): void {
  if (!isWinner && !isTied) return;
  const contenders = [...(candidate.tied ?? []), ...(isTied && candidate.best !== null ? [candidate.best] : [])];
  for (const observation of contenders) {
    const content = observation.content;
    if (content?.to !== 'customers') continue;
    const { name, email } = content.row;
    if (nameKey(name, email) > nameKey(row.name, row.email)) Object.assign(row, { name, email });
  }
}

function nameKey(name: string | null, email: string | null): string {
  return `${name ?? ''}\n${email ?? ''}`;
}

export async function applyProducts(context: ProjectionContext, standings: readonly Standing[]): Promise<void> {
  const stored = await storedProducts(context.write, storedIds(standings));
  const rows = standings.flatMap((standing) => {
    const won = winningRow(standing, 'products');
    const content = won ?? stored.get(standing.candidate.id);
    if (content === undefined) return [];
    return [
      {
        ...content,
        is_deleted: deletedFlag(standing, content.created_at),
        fact_seq: won === null ? content.fact_seq : standing.candidate.seq,
      },
    ];
  });
  await writeProducts(context.write, rows);
}

export async function applyPrices(context: ProjectionContext, standings: readonly Standing[]): Promise<void> {
  const stored = await storedPrices(context.write, storedIds(standings));
  const rows = standings.flatMap((standing): PriceRow[] => {
    const { candidate, isWinner } = standing;
    const before = stored.get(candidate.id);
    const content = isWinner && candidate.best !== null ? contentOfObservation(candidate.best) : null;
    const won = content?.to === 'prices' ? content.row : null;
    let row = won ?? before;
    if (row === undefined) return [];
    if (before !== undefined) row = withKnownTiers(row, before.tiers);
    for (const part of candidate.partial ?? []) if (part.to === 'prices') row = withKnownTiers(row, part.row.tiers);
    const now = {
      ...row,
      is_deleted: deletedFlag(standing, row.created_at),
      fact_seq: won === null ? row.fact_seq : candidate.seq,
    };
    if (before === undefined || priceTerms(before) !== priceTerms(now)) context.touch('price', now.id);
    return [now];
  });
  await writePrices(context.write, rows);
}

export async function applyCoupons(context: ProjectionContext, standings: readonly Standing[]): Promise<void> {
  const stored = await storedCoupons(context.write, storedIds(standings));
  const rows = standings.flatMap((standing): CouponRow[] => {
    const { candidate, isWinner } = standing;
    const before = stored.get(candidate.id);
    const content = isWinner && candidate.best !== null ? contentOfObservation(candidate.best) : null;
    const won = content?.to === 'coupons' ? content.row : null;
    let row = won ?? before;
    if (row === undefined) return [];
    if (before !== undefined) row = withKnownScope(row, before.product_ids, before.currency_options);
    for (const part of candidate.partial ?? []) {
      if (part.to === 'coupons') row = withKnownScope(row, part.row.product_ids, part.row.currency_options);
    }
    const isDeleted = deletedFlag(standing, madeAtOf(standing));
    const now = { ...row, is_deleted: isDeleted, fact_seq: won === null ? row.fact_seq : candidate.seq };
    if (before === undefined || couponTerms(before) !== couponTerms(now)) context.touch('coupon', now.id);
    return [now];
  });
  await writeCoupons(context.write, rows);
}

function madeAtOf({ candidate }: Standing): number {
  const madeAt = candidate.best?.object?.['created'];
  return typeof madeAt === 'number' ? madeAt : 0;
}

export async function applyDiscounts(context: ProjectionContext, standings: readonly Standing[]): Promise<void> {
  const stored = await storedDiscounts(context.write, storedIds(standings));
  const rows = standings.flatMap((standing) => {
    const won = winningRow(standing, 'discounts');
    const content = won ?? stored.get(standing.candidate.id);
    if (content === undefined) return [];
    if (content.customer_id !== null) context.touch('customer_billing', content.customer_id);
    const isDeleted = standing.isDeleted ? 1 : 0;
    return [
      {
        ...content,
        is_deleted: isDeleted,
        deleted_at: standing.deletedAt,
        fact_seq: won === null ? content.fact_seq : standing.candidate.seq,
      },
    ];
  });
  await writeDiscounts(context.write, rows);
}
