// What can be asked about branding.
import { instant } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { Actor, ReadHandle } from '../../ledger/index.ts';
import type { BrandingTexts } from './facts.ts';
import type { Picture } from './rules/pictures.ts';
import './tables.ts';

export interface Logo extends Picture {
  readonly base64: string;
  readonly sizeBytes: number;
}

export interface Branding extends BrandingTexts {
  readonly logo: Logo | null;
  /** Zero before anything was set. */
  readonly revision: number;
  readonly lastChange: { readonly by: Actor; readonly at: Instant } | null;
}

const NOTHING_SET: Branding = {
  companyName: '',
  addressLines: [],
  email: '',
  taxId: '',
  accentColor: '',
  footer: '',
  logo: null,
  revision: 0,
  lastChange: null,
};

/** The branding; empty texts and no logo before anybody set them. */
export async function brandingOf(read: ReadHandle): Promise<Branding> {
  const row = await read.selectFrom('branding').selectAll().executeTakeFirst();
  if (row === undefined) return NOTHING_SET;
  const logo = row.logo === null ? null : Buffer.from(row.logo);
  return {
    companyName: row.company_name,
    addressLines: JSON.parse(row.address_lines) as string[],
    email: row.email,
    taxId: row.tax_id,
    accentColor: row.accent_color,
    footer: row.footer,
    logo:
      logo === null
        ? null
        : {
            mediaType: row.logo_media_type as Logo['mediaType'],
            base64: logo.toString('base64'),
            sizeBytes: logo.length,
            widthPx: row.logo_width_px,
            heightPx: row.logo_height_px,
          },
    revision: row.fact_seq,
    lastChange: { by: row.changed_by, at: instant(row.changed_at) },
  };
}
