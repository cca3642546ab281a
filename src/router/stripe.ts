// Stripe objects: as they are kept, and taken in from files.
import { readStripeObject, takeFiles } from './answering/stripe-objects.ts';
import { importInput, objectInput } from './inputs.ts';
import { permitted, router } from './trpc.ts';

export const stripeRouter = router({
  object: permitted('stripe.read')
    .input(objectInput)
    .query(async ({ ctx, input }) => readStripeObject(await ctx.readable(), input.id)),
  importFiles: permitted('stripe.import')
    .input(importInput)
    .mutation(async ({ ctx, input, signal }) => takeFiles(await ctx.writable(), input, signal)),
});
