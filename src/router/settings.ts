// The settings of the workspace: its name, zone and currency, its branding, its people, its rates.
import { readBranding, writeBranding } from './answering/settings-branding.ts';
import {
  addMemberInput,
  changeBrandingInput,
  changeMemberInput,
  changeWorkspaceInput,
  erasedMemberInput,
  memberInput,
  previewWorkspaceInput,
} from './answering/settings-inputs.ts';
import {
  readPeople,
  writeErasure,
  writeMember,
  writeMemberBack,
  writeNewMember,
  writeRemoval,
} from './answering/settings-people.ts';
import { readRates } from './answering/settings-rates.ts';
import { readPreview, readWorkspace, writeWorkspace } from './answering/settings-workspace.ts';
import { permitted, router } from './trpc.ts';

export const settingsRouter = router({
  workspace: permitted('figures.read').query(async ({ ctx }) => readWorkspace(await ctx.readable())),
  previewWorkspace: permitted('figures.read')
    .input(previewWorkspaceInput)
    .query(async ({ ctx, input }) => readPreview(await ctx.readable(), input)),
  changeWorkspace: permitted('settings.change')
    .input(changeWorkspaceInput)
    .mutation(async ({ ctx, input }) => writeWorkspace(await ctx.writable(), ctx.actor, input)),
  branding: permitted('figures.read').query(async ({ ctx }) => readBranding(await ctx.readable())),
  changeBranding: permitted('settings.change')
    .input(changeBrandingInput)
    .mutation(async ({ ctx, input }) => writeBranding(await ctx.writable(), ctx.actor, input)),
  rates: permitted('figures.read').query(async ({ ctx }) => readRates(await ctx.readable())),
  people: permitted('figures.read').query(async ({ ctx }) => readPeople(await ctx.readable(), ctx)),
  addMember: permitted('people.change')
    .input(addMemberInput)
    .mutation(async ({ ctx, input }) => writeNewMember(await ctx.writable(), ctx.actor, input)),
  changeMember: permitted('people.change')
    .input(changeMemberInput)
    .mutation(async ({ ctx, input }) => writeMember(await ctx.writable(), ctx.actor, input)),
  removeMember: permitted('people.change')
    .input(memberInput)
    .mutation(async ({ ctx, input }) => writeRemoval(await ctx.writable(), ctx.actor, input)),
  /** Takes a removed member back in: the undoing of a removal. */
  restoreMember: permitted('people.change')
    .input(memberInput)
    .mutation(async ({ ctx, input }) => writeMemberBack(await ctx.writable(), ctx.actor, input)),
  /** Makes a removed member's name and address unreadable for ever. */
  eraseMember: permitted('people.change')
    .input(erasedMemberInput)
    .mutation(async ({ ctx, input }) => writeErasure(await ctx.writable(), ctx.actor, input)),
});
