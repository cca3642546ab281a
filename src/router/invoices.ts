// Invoice lines with the invoice that they stand on.
import { readInvoiceLine } from './answering/invoice-line.ts';
import { lineInput } from './inputs.ts';
import { permitted, router } from './trpc.ts';

export const invoicesRouter = router({
  line: permitted('customers.read')
    .input(lineInput)
    .query(async ({ ctx, input }) => readInvoiceLine(await ctx.readable(), input.lineId)),
});
