// The one router that every door calls; its type is the interface between the core and the screens.
import type { AnyProcedure, AnyRouter, inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { changesRouter } from './changes.ts';
import { customersRouter } from './customers.ts';
import { deskRouter } from './desk/index.ts';
import { invoicesRouter } from './invoices.ts';
import { overviewRouter } from './overview.ts';
import { reportsRouter } from './reports.ts';
import { settingsRouter } from './settings.ts';
import { searchRouter } from './search.ts';
import { stripeRouter } from './stripe.ts';
import { router } from './trpc.ts';
import { workspaceRouter } from './workspace.ts';

export const appRouter = router({
  workspace: workspaceRouter,
  overview: overviewRouter,
  reports: reportsRouter,
  customers: customersRouter,
  search: searchRouter,
  stripe: stripeRouter,
  invoices: invoicesRouter,
  changes: changesRouter,
  settings: settingsRouter,
  desk: deskRouter,
});

export type AppRouter = typeof appRouter;

/** Every procedure by its path, with how it is called. */
export const PROCEDURES: ReadonlyMap<string, 'query' | 'mutation' | 'subscription'> = new Map(
  Object.entries<AnyProcedure>((appRouter as AnyRouter)._def.procedures).map(([path, { _def }]) => [path, _def.type]),
);

export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export type * from './answers.ts';
export type * from './answering/settings-answers.ts';
export { PERMISSIONS } from './context.ts';
export type { Permission, RouterContext } from './context.ts';
export { defectShape, type ErrorAnswer, refusalAnswer, refusalShape } from './error-answer.ts';
export { deskDoorRouter, exportInput } from './desk/index.ts';
export { internalRouter } from './internal.ts';
export type * from './desk/index.ts';
export { exportOfReport, type ReportRequest } from './answering/report-exports.ts';
