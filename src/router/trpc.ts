// The one place where the core's side of tRPC is set up, with the check of permissions.
import { initTRPC } from '@trpc/server';
import { requirePermission } from '../governance/access/index.ts';
import type { Permission, RouterContext } from './context.ts';
import { formatError } from './error-answer.ts';

const trpc = initTRPC.context<RouterContext>().create({ errorFormatter: formatError });

export const { router } = trpc;

/** A procedure that only callers with the permission may call. */
export function permitted(permission: Permission) {
  return trpc.procedure.use(({ ctx, next }) => {
    requirePermission(ctx.permissions, permission);
    return next();
  });
}
