// The reports: the roll-forward, the customers of a month, and the rows behind one figure.
import { readCustomers, readMovements, readRows } from './answering/figures.ts';
import { customersInput, movementsInput, rowsInput } from './inputs.ts';
import { permitted, router } from './trpc.ts';

export const reportsRouter = router({
  movements: permitted('figures.read')
    .input(movementsInput.prefault({}))
    .query(async ({ ctx, input }) => readMovements(await ctx.readable(), input)),
  customers: permitted('customers.read')
    .input(customersInput.prefault({}))
    .query(async ({ ctx, input }) => readCustomers(await ctx.readable(), input)),
  rows: permitted('customers.read')
    .input(rowsInput)
    .query(async ({ ctx, input }) => readRows(await ctx.readable(), input)),
});
