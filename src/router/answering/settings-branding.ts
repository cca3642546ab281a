// The branding, read and changed.
import type { z } from 'zod';
import { brandingOf, changeBranding } from '../../governance/branding/index.ts';
import { actorName } from '../../governance/people/index.ts';
import type { Actor, ReadableLedger, ReadHandle, WritableLedger } from '../../ledger/index.ts';
import type { BrandingAnswer } from './settings-answers.ts';
import type { changeBrandingInput } from './settings-inputs.ts';

/** The branding now; empty before anything was set. */
export function readBranding(ledger: ReadableLedger): Promise<BrandingAnswer> {
  return ledger.snapshot(brandingNow);
}

/** Changes what is named and answers with the branding then. Raises what the command raises. */
export async function writeBranding(
  ledger: WritableLedger,
  actor: Actor,
  { revision, logo, ...texts }: z.output<typeof changeBrandingInput>,
): Promise<BrandingAnswer> {
  const bytes = logo === undefined || logo === null ? logo : Buffer.from(logo.base64, 'base64');
  await changeBranding(ledger, actor, { revision, texts, logo: bytes });
  return await brandingNow(ledger.read);
}

async function brandingNow(read: ReadHandle): Promise<BrandingAnswer> {
  const { lastChange, ...branding } = await brandingOf(read);
  return {
    ...branding,
    lastChange: lastChange === null ? null : { by: await actorName(read, lastChange.by), at: lastChange.at },
  };
}
