// What the program itself asks of its core: work on files by their paths. No door may call it: it is no part of the
// router that doors see.
import { z } from 'zod';
import { copyLedger, writeExport } from './answering/files-out.ts';
import { takeFiles, takeRates } from './answering/files-in.ts';
import { exportInput, pathInput } from './desk/inputs.ts';
import { actingAs } from '../governance/people/index.ts';
import { permitted, router } from './trpc.ts';

const filesInput = z.object({ files: z.array(pathInput).min(1).max(1000), isStrict: z.boolean().default(false) });
const targetInput = z.object({ path: pathInput });

export const internalRouter = router({
  internal: router({
    /** As whom somebody would act who chose the member; null for nobody chosen. */
    acting: permitted('figures.read')
      .input(z.object({ memberId: z.string().max(64).nullable() }))
      .mutation(async ({ ctx, input }) => {
        const { standing, member, permissions } = await actingAs((await ctx.readable()).read, input.memberId);
        return { standing, member, permissions: [...permissions] };
      }),
    importFiles: permitted('stripe.import')
      .input(filesInput)
      .mutation(async ({ ctx, input, signal }) => takeFiles(await ctx.writable(), input, ctx.progress, signal)),
    importRates: permitted('rates.import')
      .input(z.object({ file: pathInput }))
      .mutation(async ({ ctx, input }) => takeRates(await ctx.writable(), input.file)),
    exportReport: permitted('reports.export')
      .input(exportInput.extend({ path: pathInput }))
      .mutation(async ({ ctx, input, signal }) => writeExport(await ctx.readable(), input, ctx.progress, signal)),
    backup: permitted('ledger.backup')
      .input(targetInput)
      .mutation(({ ctx, input }) => copyLedger(ctx.file, input.path)),
  }),
});
