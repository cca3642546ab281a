// The change feed: screens ask again for what moved.
import { permitted, router } from './trpc.ts';

export const changesRouter = router({
  feed: permitted('figures.read').subscription(async function* ({ ctx, signal }) {
    yield* ctx.changes(signal ?? new AbortController().signal);
  }),
});
