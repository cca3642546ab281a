// What can be asked about cash.
import type { ReadHandle } from '../../ledger/index.ts';
import type { ChargeRow, DisputeRow } from './tables.ts';

export async function chargesOfCustomer(read: ReadHandle, customerId: string): Promise<ChargeRow[]> {
  return read.selectFrom('charges').selectAll().where('customer_id', '=', customerId).orderBy('id').execute();
}

export async function disputesOfCharges(read: ReadHandle, chargeIds: readonly string[]): Promise<DisputeRow[]> {
  if (chargeIds.length === 0) return [];
  return read.selectFrom('disputes').selectAll().where('charge_id', 'in', chargeIds).orderBy('id').execute();
}
