// What is asked of each procedure through every door: input that is answered, and input that is refused.
import type { DoorUnderTest } from './door-under-test.ts';

export interface ProcedureCases {
  /** Each is answered. Empty for commands, which are asked only what changes nothing. */
  readonly good: readonly unknown[];
  /** Each is refused with the code. */
  readonly bad: readonly { readonly input: unknown; readonly code: string; readonly where?: string }[];
}

/** Objects of the sample company that the cases ask for. */
export interface Known {
  readonly customerId: string;
  readonly invoiceId: string;
  readonly lineId: string;
  readonly month: string;
}

const NO_CURRENCY = { currency: 'XXQ' };
const unknownCurrency = { input: NO_CURRENCY, code: 'bad_input', where: 'currency' };
const wrongShape = { input: { from: 202_601 }, code: 'bad_input', where: 'from' };
const noMonth = { input: { from: '2026-13' }, code: 'bad_input', where: 'from' };

/** The cases by procedure; what begins with `desk.` and what is followed is asked elsewhere. */
export function casesOf({ customerId, invoiceId, lineId, month }: Known): Readonly<Record<string, ProcedureCases>> {
  const nobody = { input: { customerId: 'cus_nobody' }, code: 'not_found' };
  const ofNobody = [nobody, { input: { customerId: '' }, code: 'bad_input', where: 'customerId' }];
  const stale = { revision: 999, name: 'Anything' };
  return {
    'workspace.status': { good: [undefined], bad: [] },
    'overview.figures': { good: [undefined, {}, { compare: 'year' }], bad: [unknownCurrency, wrongShape] },
    'reports.movements': {
      good: [undefined, { groupBy: 'plan' }, { isNative: true }, { compare: 'before' }],
      bad: [unknownCurrency, wrongShape, noMonth],
    },
    'reports.customers': { good: [undefined, { search: 'a', limit: 3 }], bad: [unknownCurrency] },
    'reports.rows': {
      good: [{ month, kind: 'new' }],
      bad: [
        { input: {}, code: 'bad_input', where: 'month' },
        { input: undefined, code: 'bad_input' },
      ],
    },
    'customers.list': {
      good: [undefined, { sort: 'name', isDescending: false, limit: 5 }, { status: ['active'] }],
      bad: [unknownCurrency, { input: { sort: 'luck' }, code: 'bad_input', where: 'sort' }],
    },
    'customers.facets': { good: [undefined], bad: [] },
    'customers.open': { good: [{ customerId }], bad: ofNobody },
    'customers.history': { good: [{ customerId }], bad: ofNobody },
    'customers.invoices': { good: [{ customerId, limit: 2 }], bad: ofNobody },
    'customers.payments': { good: [{ customerId }], bad: ofNobody },
    'customers.facts': { good: [{ customerId, limit: 3 }], bad: ofNobody },
    'customers.drill': { good: [{ customerId }], bad: ofNobody },
    'invoices.open': {
      good: [{ invoiceId }],
      bad: [{ input: { invoiceId: 'in_none' }, code: 'not_found' }],
    },
    'invoices.line': { good: [{ lineId }], bad: [{ input: { lineId: 'il_none' }, code: 'not_found' }] },
    'stripe.object': {
      good: [{ id: customerId }],
      bad: [{ input: { id: 'cus_nobody' }, code: 'not_found' }],
    },
    'search.find': {
      good: [{ text: 'a' }, { text: '' }],
      bad: [{ input: { text: 'a', limit: 0 }, code: 'bad_input', where: 'limit' }],
    },
    'settings.workspace': { good: [undefined], bad: [] },
    'settings.previewWorkspace': {
      good: [{ timeZone: 'Asia/Tokyo' }],
      bad: [{ input: { timeZone: 'Mars/Olympus' }, code: 'bad_input', where: 'timeZone' }],
    },
    'settings.branding': { good: [undefined], bad: [] },
    'settings.rates': { good: [undefined], bad: [] },
    'settings.people': { good: [undefined], bad: [] },
    'settings.changeWorkspace': {
      good: [],
      bad: [
        { input: stale, code: 'stale_revision' },
        { input: { name: 'x' }, code: 'bad_input', where: 'revision' },
      ],
    },
    'settings.changeBranding': {
      good: [],
      bad: [
        { input: { revision: 999, footer: 'x' }, code: 'stale_revision' },
        { input: { revision: 0, email: 'nowhere' }, code: 'bad_input', where: 'email' },
      ],
    },
    'settings.addMember': { good: [], bad: [{ input: { name: 'Ada' }, code: 'bad_input', where: 'email' }] },
    'settings.changeMember': { good: [], bad: [{ input: { memberId: 'mem_none', revision: 0 }, code: 'not_found' }] },
    'settings.removeMember': { good: [], bad: [{ input: { memberId: 'mem_none', revision: 0 }, code: 'not_found' }] },
    'settings.restoreMember': { good: [], bad: [{ input: { memberId: 'mem_none', revision: 0 }, code: 'not_found' }] },
    'settings.eraseMember': { good: [], bad: [{ input: { memberId: 'mem_none', revision: 0 }, code: 'not_found' }] },
  };
}

/** A customer with invoices, found by asking a door. */
export async function findKnown(door: DoorUnderTest): Promise<Known> {
  const ask = async (path: string, input: unknown) =>
    JSON.parse((await door.call({ path, type: 'query', input })).json);
  const { dataThrough } = await ask('workspace.status', undefined);
  const { rows } = await ask('customers.list', {});
  const { customerId } = rows[0];
  const { invoiceLines } = await ask('customers.drill', { customerId });
  const { lineId, invoiceId } = invoiceLines[0];
  return { customerId, invoiceId, lineId, month: String(dataThrough).slice(0, 7) };
}
