// The one row that holds the branding.
import { defineTable, type RowOf } from '../../ledger/index.ts';

export const brandingTable = defineTable({
  name: 'branding',
  columns: {
    id: 'text',
    company_name: 'text',
    /** A JSON list of lines. */
    address_lines: 'text',
    email: 'text',
    tax_id: 'text',
    accent_color: 'text',
    footer: 'text',
    logo_media_type: 'text?',
    logo: 'bytes?',
    logo_width_px: 'integer?',
    logo_height_px: 'integer?',
    changed_by: 'text',
    changed_at: 'integer',
    /** The fact that left the branding as it is: its revision. */
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
});

export type BrandingRow = RowOf<typeof brandingTable>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    branding: BrandingRow;
  }
}
