// The desk's procedures: ledgers opened and closed, files handed in, jobs. Answered by the program that runs the
// core, not by the core.
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { formatError } from '../error-answer.ts';
import type { DeskContext } from './context.ts';
import {
  actAsInput,
  backupInput,
  createInput,
  exportInput,
  importInput,
  openInput,
  pathInput,
  purposeInput,
  scheduleInput,
  ticketInput,
} from './inputs.ts';

export type * from './answers.ts';
export type { Desk, DeskContext } from './context.ts';
export * from './inputs.ts';

const trpc = initTRPC.context<DeskContext>().create({ errorFormatter: formatError });
const { procedure, router } = trpc;
const never = (): AbortSignal => new AbortController().signal;
const jobInput = z.object({ id: z.string().max(64) });

export const deskRouter = router({
  status: procedure.query(({ ctx }) => ctx.desk.status()),
  statuses: procedure.subscription(async function* ({ ctx, signal }) {
    yield* ctx.desk.statuses(signal ?? never());
  }),
  choose: procedure
    .input(z.object({ purpose: purposeInput }))
    .mutation(({ ctx, input }) => ctx.desk.choose(input.purpose)),
  name: procedure.input(z.object({ path: pathInput })).mutation(({ ctx, input }) => ctx.desk.name(input.path)),
  open: procedure.input(openInput).mutation(({ ctx, input }) => ctx.desk.open(input)),
  create: procedure.input(createInput).mutation(({ ctx, input }) => ctx.desk.create(input)),
  openSample: procedure.mutation(({ ctx }) => ctx.desk.openSample()),
  close: procedure.mutation(({ ctx }) => ctx.desk.close()),
  forgetRecent: procedure
    .input(z.object({ path: pathInput }))
    .mutation(({ ctx, input }) => ctx.desk.forgetRecent(input.path)),
  rememberRecent: procedure
    .input(z.object({ path: pathInput }))
    .mutation(({ ctx, input }) => ctx.desk.rememberRecent(input.path)),
  importFiles: procedure.input(importInput).mutation(({ ctx, input }) => ctx.desk.importFiles(input)),
  importRates: procedure
    .input(z.object({ ticket: ticketInput }))
    .mutation(({ ctx, input }) => ctx.desk.importRates(input.ticket)),
  exportReport: procedure.input(exportInput).mutation(({ ctx, input }) => ctx.desk.exportReport(input)),
  backup: procedure.input(backupInput).mutation(({ ctx, input }) => ctx.desk.backup(input)),
  jobs: procedure.subscription(async function* ({ ctx, signal }) {
    yield* ctx.desk.jobs(signal ?? never());
  }),
  cancelJob: procedure.input(jobInput).mutation(({ ctx, input }) => ctx.desk.cancelJob(input.id)),
  dismissJob: procedure.input(jobInput).mutation(({ ctx, input }) => ctx.desk.dismissJob(input.id)),
  repeatJob: procedure.input(jobInput).mutation(({ ctx, input }) => ctx.desk.repeatJob(input.id)),
  key: procedure.query(({ ctx }) => ctx.desk.key()),
  keepKey: procedure.mutation(({ ctx }) => ctx.desk.keepKey()),
  forgetKey: procedure.mutation(({ ctx }) => ctx.desk.forgetKey()),
  schedule: procedure.query(({ ctx }) => ctx.desk.schedule()),
  changeSchedule: procedure.input(scheduleInput).mutation(({ ctx, input }) => ctx.desk.changeSchedule(input)),
  actAs: procedure.input(actAsInput).mutation(({ ctx, input }) => ctx.desk.actAs(input)),
  problemReport: procedure.query(({ ctx }) => ctx.desk.problemReport()),
});

/** The router of the program around the core: its paths begin with `desk.`, as in the whole router. */
export const deskDoorRouter = router({ desk: deskRouter });
