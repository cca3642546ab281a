// What the palette finds by a few letters.
import { find } from './answering/find.ts';
import { searchInput } from './inputs.ts';
import { permitted, router } from './trpc.ts';

export const searchRouter = router({
  find: permitted('customers.read')
    .input(searchInput)
    .query(async ({ ctx, input }) => find(await ctx.readable(), input)),
});
