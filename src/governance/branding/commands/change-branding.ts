// Changes what the workspace's documents carry: texts, color, logo.
import type { Actor, NewFact, ReadHandle, WritableLedger } from '../../../ledger/index.ts';
import { actorName, staleRevision } from '../../people/index.ts';
import { brandingChanged, type BrandingTexts, logoChanged } from '../facts.ts';
import { type Branding, brandingOf } from '../queries.ts';
import { pictureOf } from '../rules/pictures.ts';

export interface BrandingChange {
  /** The revision that the change was made from; zero for the first. */
  readonly revision: number;
  /** What is to be different; what is undefined stays. */
  readonly texts: { readonly [K in keyof BrandingTexts]?: BrandingTexts[K] | undefined };
  /** The new picture's bytes; null takes the present one out, undefined leaves it. */
  readonly logo?: Uint8Array | null | undefined;
}

/**
 * Changes what is named and returns whether anything was different. Raises `stale_revision`, and `bad_input` at
 * `logo` for what is no picture, is too large or could run code.
 */
export async function changeBranding(
  ledger: WritableLedger,
  actor: Actor,
  { revision, texts, logo }: BrandingChange,
): Promise<boolean> {
  const { appended } = await ledger.commit(actor, async (read, effectiveAt) => {
    const before = await brandingOf(read);
    if (before.revision !== revision) throw await stale(read, before);
    const facts: NewFact[] = [];
    const payload = textsAfter(before, texts);
    if (JSON.stringify(payload) !== JSON.stringify(textsAfter(before, {}))) {
      facts.push({ kind: brandingChanged.kind, subject: 'branding', effectiveAt, payload });
    }
    const picture = logo === undefined || logo === null ? null : logoPayload(logo);
    if (logo !== undefined && (picture?.base64 ?? null) !== (before.logo?.base64 ?? null)) {
      facts.push({ kind: logoChanged.kind, subject: 'branding', effectiveAt, payload: { logo: picture } });
    }
    return facts;
  });
  return appended > 0;
}

function logoPayload(bytes: Uint8Array) {
  return { ...pictureOf(bytes), base64: Buffer.from(bytes).toString('base64') };
}

function textsAfter(before: BrandingTexts, texts: BrandingChange['texts']): BrandingTexts {
  return {
    companyName: texts.companyName ?? before.companyName,
    addressLines: texts.addressLines ?? before.addressLines,
    email: texts.email ?? before.email,
    taxId: texts.taxId ?? before.taxId,
    accentColor: texts.accentColor ?? before.accentColor,
    footer: texts.footer ?? before.footer,
  };
}

async function stale(read: ReadHandle, { lastChange }: Branding) {
  const by = lastChange === null ? 'nobody' : await actorName(read, lastChange.by);
  return staleRevision({ what: 'The branding was', by, at: lastChange?.at ?? null });
}
