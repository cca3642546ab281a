// The workspace: its settings, and how fresh its ledger is.
import { workspaceStatus } from './answering/workspace-status.ts';
import { permitted, router } from './trpc.ts';

export const workspaceRouter = router({
  status: permitted('figures.read').query(async ({ ctx }) => workspaceStatus(await ctx.readable(), ctx.ledgerName)),
});
