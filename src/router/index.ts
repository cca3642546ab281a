// The one router that every door calls; its type is the interface between the core and the screens.
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { changesRouter } from './changes.ts';
import { customersRouter } from './customers.ts';
import { deskRouter } from './desk/index.ts';
import { invoicesRouter } from './invoices.ts';
import { overviewRouter } from './overview.ts';
import { reportsRouter } from './reports.ts';
import { stripeRouter } from './stripe.ts';
import { router } from './trpc.ts';
import { workspaceRouter } from './workspace.ts';

export const appRouter = router({
  workspace: workspaceRouter,
  overview: overviewRouter,
  reports: reportsRouter,
  customers: customersRouter,
  stripe: stripeRouter,
  invoices: invoicesRouter,
  changes: changesRouter,
  desk: deskRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export type * from './answers.ts';
export { PERMISSIONS } from './context.ts';
export type { Permission, RouterContext } from './context.ts';
export type { ErrorAnswer } from './error-answer.ts';
export { deskDoorRouter } from './desk/index.ts';
export type * from './desk/index.ts';
