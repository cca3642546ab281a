// What the procedures of the settings take.
import { z } from 'zod';
import { ROLES } from '../../governance/access/index.ts';
import { currencyInput, zoneInput } from '../inputs.ts';

/** 256 KiB as base64, with room for what is a little too large to be told so by the picture's own check. */
const PICTURE_TEXT_LIMIT = 700_000;

/** What the person who changes something has seen: the revision that came with it. */
const revisionInput = z.int().min(0);
const textInput = (limit: number) => z.string().trim().max(limit);
const nameInput = textInput(200).min(1, 'A name is needed');
const emailInput = textInput(320).pipe(z.email('This is not an e-mail address'));
const memberIdInput = z.string().min(1).max(64);
const roleInput = z.enum(ROLES);

const workspaceSettings = {
  name: nameInput.optional(),
  timeZone: zoneInput.optional(),
  reportingCurrency: currencyInput.optional(),
};

export const previewWorkspaceInput = z.object(workspaceSettings);
export const changeWorkspaceInput = z.object({ revision: revisionInput, ...workspaceSettings });

export const changeBrandingInput = z.object({
  revision: revisionInput,
  companyName: textInput(200).optional(),
  addressLines: z.array(textInput(120)).max(8).optional(),
  email: z.union([z.literal(''), emailInput]).optional(),
  taxId: textInput(60).optional(),
  /** `#rrggbb`; empty for none. */
  accentColor: z
    .union([z.literal(''), z.string().regex(/^#[0-9a-f]{6}$/i, 'Write the color as # and six digits, such as #0b6159')])
    .optional(),
  footer: textInput(500).optional(),
  /** A PNG, JPEG or SVG picture of at most 256 KiB, as base64; null removes it. */
  logo: z
    .object({ base64: z.base64().max(PICTURE_TEXT_LIMIT) })
    .nullable()
    .optional(),
});

export const addMemberInput = z.object({ name: nameInput, email: emailInput, role: roleInput });
export const changeMemberInput = z.object({
  memberId: memberIdInput,
  revision: revisionInput,
  name: nameInput.optional(),
  email: emailInput.optional(),
  role: roleInput.optional(),
});
export const erasedMemberInput = z.object({ memberId: memberIdInput });
export const memberInput = z.object({ memberId: memberIdInput, revision: revisionInput });
