// The figures of the first screen.
import { readOverview } from './answering/figures.ts';
import { overviewInput } from './inputs.ts';
import { permitted, router } from './trpc.ts';

export const overviewRouter = router({
  figures: permitted('figures.read')
    .input(overviewInput.prefault({}))
    .query(async ({ ctx, input }) => readOverview(await ctx.readable(), input)),
});
