// What can happen to branding: its texts change, its logo is put in or taken out.
import { z } from 'zod';
import { defineFactKind } from '../../ledger/index.ts';
import { MEDIA_TYPES } from './rules/pictures.ts';

const texts = z.object({
  companyName: z.string(),
  addressLines: z.array(z.string()),
  email: z.string(),
  taxId: z.string(),
  accentColor: z.string(),
  footer: z.string(),
});

const logo = z.object({
  logo: z
    .object({
      mediaType: z.enum(MEDIA_TYPES),
      base64: z.string().min(1),
      widthPx: z.number().int().nullable(),
      heightPx: z.number().int().nullable(),
    })
    .nullable(),
});

/** The texts, whole in every fact; an empty one is not shown. */
export type BrandingTexts = z.infer<typeof texts>;
export type BrandingLogo = z.infer<typeof logo>;

/** Subject of both: `branding`. */
export const brandingChanged = defineFactKind({ kind: 'branding.changed', version: 1, schema: texts });
/** Apart from the texts, so that a changed word does not store the picture again. */
export const logoChanged = defineFactKind({ kind: 'branding.logo_changed', version: 1, schema: logo });

export const brandingFactKinds = [brandingChanged, logoChanged] as const;
