// The branding as the form has it: lines as one text, the logo as an address that a page can show.
import type { RouterInputs, RouterOutputs } from '../core/outputs.ts';

export interface BrandingValues extends Record<string, unknown> {
  readonly companyName: string;
  readonly addressLines: string;
  readonly email: string;
  readonly taxId: string;
  readonly accentColor: string;
  readonly footer: string;
  /** A `data:` address; empty for no logo. */
  readonly logo: string;
}

/** The stored branding for the form. */
export function brandingValues(branding: RouterOutputs['settings']['branding']): BrandingValues {
  const { companyName, addressLines, email, taxId, accentColor, footer, logo } = branding;
  return {
    companyName,
    addressLines: addressLines.join('\n'),
    email,
    taxId,
    accentColor,
    footer,
    logo: logo === null ? '' : `data:${logo.mediaType};base64,${logo.base64}`,
  };
}

/** The command's input: the logo only where it differs, since it is large. */
export function brandingInput(
  values: BrandingValues,
  before: BrandingValues,
): Omit<RouterInputs['settings']['changeBranding'], 'revision'> {
  const { companyName, addressLines, email, taxId, accentColor, footer, logo } = values;
  return {
    companyName,
    addressLines: addressLines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    email,
    taxId,
    accentColor,
    footer,
    ...(logo === before.logo ? {} : { logo: logo === '' ? null : { base64: logo.slice(logo.indexOf(',') + 1) } }),
  };
}
