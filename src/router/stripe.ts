// Stripe objects, as they are kept.
import { readStripeObject } from './answering/stripe-objects.ts';
import { objectInput } from './inputs.ts';
import { permitted, router } from './trpc.ts';

export const stripeRouter = router({
  object: permitted('stripe.read')
    .input(objectInput)
    .query(async ({ ctx, input }) => readStripeObject(await ctx.readable(), input.id)),
});
