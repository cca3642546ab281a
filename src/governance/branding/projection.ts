// Branding facts → the one row.
import type { Fact, Projection, ProjectionContext } from '../../ledger/index.ts';
import { type BrandingLogo, type BrandingTexts, brandingChanged, brandingFactKinds } from './facts.ts';
import { type BrandingRow, brandingTable } from './tables.ts';

const ID = 'branding';

export const brandingProjection: Projection = {
  name: 'governance/branding',
  version: 1,
  tables: [brandingTable],
  kinds: brandingFactKinds.map(({ kind }) => kind),
  apply,
};

async function apply(facts: readonly Fact[], { write }: ProjectionContext): Promise<void> {
  let row = (await write.selectFrom('branding').selectAll().where('id', '=', ID).executeTakeFirst()) ?? EMPTY_BRANDING;
  for (const fact of facts) {
    row = { ...row, ...changesOf(fact), changed_by: fact.actor, changed_at: fact.recordedAt, fact_seq: fact.seq };
  }
  await write.upsertRows(brandingTable, [row]);
}

const EMPTY_BRANDING: BrandingRow = {
  id: ID,
  company_name: '',
  address_lines: '[]',
  email: '',
  tax_id: '',
  accent_color: '',
  footer: '',
  logo_media_type: null,
  logo: null,
  logo_width_px: null,
  logo_height_px: null,
  changed_by: '',
  changed_at: 0,
  fact_seq: 0,
};

function changesOf(fact: Fact): Partial<BrandingRow> {
  if (fact.kind === brandingChanged.kind) {
    const { companyName, addressLines, email, taxId, accentColor, footer } = fact.payload as BrandingTexts;
    return {
      company_name: companyName,
      address_lines: JSON.stringify(addressLines),
      email,
      tax_id: taxId,
      accent_color: accentColor,
      footer,
    };
  }
  const { logo } = fact.payload as BrandingLogo;
  return {
    logo_media_type: logo?.mediaType ?? null,
    logo: logo === null ? null : new Uint8Array(Buffer.from(logo.base64, 'base64')),
    logo_width_px: logo?.widthPx ?? null,
    logo_height_px: logo?.heightPx ?? null,
  };
}
