// The one place where the core's side of tRPC is set up, with the check of permissions.
import { initTRPC, TRPCError } from '@trpc/server';
import { CountinghouseError } from '../kernel/index.ts';
import type { Permission, RouterContext } from './context.ts';
import { formatError } from './error-answer.ts';

const trpc = initTRPC.context<RouterContext>().create({ errorFormatter: formatError });

export const { router } = trpc;

/** A procedure that only callers with the permission may call. */
export function permitted(permission: Permission) {
  return trpc.procedure.use(({ ctx, next }) => {
    if (ctx.permissions.has(permission)) return next();
    const refusal = new CountinghouseError('not_permitted', { what: `This needs the permission ${permission}` });
    throw new TRPCError({ code: 'FORBIDDEN', cause: refusal });
  });
}
