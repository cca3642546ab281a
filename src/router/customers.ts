// One customer, opened down to the evidence of each span.
import { readCustomerDrill } from './answering/customer-drill.ts';
import { customerInput } from './inputs.ts';
import { permitted, router } from './trpc.ts';

export const customersRouter = router({
  drill: permitted('customers.read')
    .input(customerInput)
    .query(async ({ ctx, input }) => readCustomerDrill(await ctx.readable(), input.customerId)),
});
