// Customers: listed, found by their facets, and one of them opened down to the evidence of each span.
import { readCustomerDrill } from './answering/customer-drill.ts';
import { openCustomer } from './answering/customer-page.ts';
import { readFacets, readHistory, readList } from './answering/customer-list.ts';
import { pageOfFacts, pageOfInvoices, pageOfPayments } from './answering/customer-pages.ts';
import { customerInput, customerListInput, customerOpenInput, customerPageInput, historyInput } from './inputs.ts';
import { permitted, router } from './trpc.ts';

export const customersRouter = router({
  list: permitted('customers.read')
    .input(customerListInput.prefault({}))
    .query(async ({ ctx, input }) => readList(await ctx.readable(), input)),
  facets: permitted('customers.read').query(async ({ ctx }) => readFacets(await ctx.readable())),
  open: permitted('customers.read')
    .input(customerOpenInput)
    .query(async ({ ctx, input }) => openCustomer(await ctx.readable(), input)),
  history: permitted('customers.read')
    .input(historyInput)
    .query(async ({ ctx, input }) => readHistory(await ctx.readable(), input)),
  invoices: permitted('customers.read')
    .input(customerPageInput)
    .query(async ({ ctx, input }) => pageOfInvoices(await ctx.readable(), input)),
  payments: permitted('customers.read')
    .input(customerPageInput)
    .query(async ({ ctx, input }) => pageOfPayments(await ctx.readable(), input)),
  facts: permitted('customers.read')
    .input(customerPageInput)
    .query(async ({ ctx, input }) => pageOfFacts(await ctx.readable(), input)),
  drill: permitted('customers.read')
    .input(customerInput)
    .query(async ({ ctx, input }) => readCustomerDrill(await ctx.readable(), input.customerId)),
});
