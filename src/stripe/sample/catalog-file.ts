// Reads the ListBackup price list, the same catalog file that ships in `resources/catalogs`.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CountinghouseError } from '../../kernel/index.ts';

const decimal = z.string().regex(/^\d+(\.\d+)?$/);

const tier = z.object({
  upTo: z.int().positive().nullable(),
  unitAmountDecimal: decimal,
  flatAmountDecimal: decimal.nullable(),
});

const price = z.object({
  key: z.string().regex(/^[a-z0-9_]+$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  interval: z.enum(['day', 'week', 'month', 'year']).nullable(),
  intervalCount: z.int().positive().nullable(),
  unitAmountDecimal: decimal.nullable(),
  taxBehavior: z.enum(['exclusive', 'inclusive']),
  billingScheme: z.enum(['graduated', 'volume']).optional(),
  tiers: z.array(tier).optional(),
  packageOf: z.object({ divideBy: z.int().positive(), round: z.enum(['up', 'down']) }).optional(),
  meter: z.string().optional(),
  notes: z.string().optional(),
});

const plan = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  accessGroup: z.string(),
  isRetired: z.boolean(),
  trialDays: z.int().nonnegative(),
  features: z.array(z.string()),
  limits: z.record(z.string(), z.number()),
  prices: z.array(price),
  notes: z.string().optional(),
});

const addOn = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  prices: z.array(price),
  notes: z.string().optional(),
});

const catalog = z.object({
  format: z.literal('countinghouse-catalog'),
  version: z.literal(1),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  notes: z.array(z.string()),
  meters: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      unit: z.string(),
      aggregation: z.enum(['sum', 'max', 'last', 'unique']),
    }),
  ),
  plans: z.array(plan),
  addOns: z.array(addOn),
});

export type CatalogFile = z.infer<typeof catalog>;
export type CatalogPrice = z.infer<typeof price>;

/** The bundled ListBackup price list. Raises `file_unreadable` when the resource is missing or is no catalog. */
export function readListBackup(): CatalogFile {
  const path = findResource(join('resources', 'catalogs', 'listbackup.json'));
  const parsed = catalog.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new CountinghouseError('file_unreadable', {
    what: 'The bundled price list is no catalog file',
    where: `${path}: ${z.prettifyError(parsed.error)}`,
    fix: 'Reinstall Countinghouse',
  });
}

/** Looks above this module, which lies at another depth in the sources than in a build. */
function findResource(relative: string): string {
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const candidate = join(folder, relative);
    if (existsSync(candidate)) return candidate;
  }
  throw new CountinghouseError('file_unreadable', {
    what: `${relative} is missing from this installation`,
    fix: 'Reinstall Countinghouse',
  });
}
