// Invoices opened, and invoice lines with the invoice that they stand on.
import { openInvoice } from './answering/invoice-page.ts';
import { readInvoiceLine } from './answering/invoice-line.ts';
import { invoiceInput, lineInput } from './inputs.ts';
import { permitted, router } from './trpc.ts';

export const invoicesRouter = router({
  open: permitted('customers.read')
    .input(invoiceInput)
    .query(async ({ ctx, input }) => openInvoice(await ctx.readable(), input.invoiceId)),
  line: permitted('customers.read')
    .input(lineInput)
    .query(async ({ ctx, input }) => readInvoiceLine(await ctx.readable(), input.lineId)),
});
