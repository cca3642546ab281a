// What can happen to MRR apart from what billing does: a month is closed.
import { z } from 'zod';
import { month } from '../../kernel/index.ts';
import { defineFactKind } from '../../ledger/index.ts';

/** The reported series of the month and all before it stays as it is from now on. */
export const monthClosed = defineFactKind({
  kind: 'mrr.month_closed',
  version: 1,
  schema: z.object({ month: z.string().transform(month) }),
});

export const mrrFactKinds = [monthClosed] as const;
