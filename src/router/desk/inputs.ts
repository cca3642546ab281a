// What the desk's procedures take.
import { z } from 'zod';
import { currencyInput, zoneInput } from '../inputs.ts';

const PATH_LIMIT = 4096;

export const pathInput = z.string().min(1).max(PATH_LIMIT);
export const ticketInput = z.string().min(1).max(64);
const tickets = z.array(ticketInput).min(1).max(1000);

/** What files are asked for: it sets the dialog's title and filter. */
export const purposeInput = z.enum(['ledger', 'objects', 'rates', 'logo', 'backup_folder']);

export const openInput = z.object({
  /** Which: a file handed in, or a recent one by its path. */
  ledger: z.union([z.object({ ticket: ticketInput }), z.object({ recent: pathInput })]),
  /** Typed by a person, where the key is found nowhere else. */
  recoveryKey: z.string().max(200).optional(),
  /** Keeps the typed key in the system's keychain. */
  isKeyKept: z.boolean().default(false),
});

export const createInput = z.object({
  workspaceName: z.string().trim().min(1).max(200),
  timeZone: zoneInput,
  reportingCurrency: currencyInput,
  isEncrypted: z.boolean().default(true),
  /** Where to; a native dialog asks when it is left out. */
  path: pathInput.optional(),
});

export const importInput = z.object({ tickets, isStrict: z.boolean().default(false) });

export const exportInput = z.object({
  report: z.enum(['movements', 'customers', 'rows', 'customer-list']),
  /** What the report's own procedure takes; checked by it. */
  input: z.record(z.string(), z.unknown()),
  format: z.enum(['csv', 'xlsx', 'json']),
});

/** A member's id; null for nobody. */
export const actAsInput = z.object({ memberId: z.string().min(1).max(64).nullable() });

export const backupInput = z.object({ path: pathInput.optional() });

export const scheduleInput = z.object({
  every: z.enum(['never', 'day', 'week']),
  folder: pathInput.nullable(),
  keep: z.int().min(1).max(365),
});
