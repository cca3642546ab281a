// Which permission each procedure asks for: who lacks it is refused, whoever has it alone is let in.
import type { AnyProcedure, AnyRouter } from '@trpc/server';
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { type Permission, PERMISSIONS, permissionsOfRole, ROLES } from '../governance/access/index.ts';
import { appRouter, internalRouter, type RouterContext } from './index.ts';

/** What each procedure is for; those that begin with `desk.` are the program's own and know no ledger. */
const ASKED: Readonly<Record<Permission, readonly string[]>> = {
  'figures.read': [
    'workspace.status',
    'overview.figures',
    'reports.movements',
    'changes.feed',
    'settings.workspace',
    'settings.previewWorkspace',
    'settings.branding',
    'settings.rates',
    'settings.people',
    'internal.acting',
  ],
  'customers.read': [
    'reports.customers',
    'reports.rows',
    'customers.list',
    'customers.facets',
    'customers.open',
    'customers.history',
    'customers.invoices',
    'customers.payments',
    'customers.facts',
    'customers.drill',
    'invoices.open',
    'invoices.line',
    'search.find',
  ],
  'stripe.read': ['stripe.object'],
  'stripe.import': ['internal.importFiles'],
  'rates.import': ['internal.importRates'],
  'reports.export': ['internal.exportReport'],
  'settings.change': ['settings.changeWorkspace', 'settings.changeBranding'],
  'people.change': [
    'settings.addMember',
    'settings.changeMember',
    'settings.removeMember',
    'settings.restoreMember',
    'settings.eraseMember',
  ],
  'ledger.backup': ['internal.backup'],
};

const NAMED = Object.entries(ASKED).flatMap(([permission, paths]) =>
  paths.map((path) => [path, permission as Permission] as const),
);

function proceduresOf(router: AnyRouter): Map<string, AnyProcedure> {
  return new Map(Object.entries<AnyProcedure>(router._def.procedures));
}

const PROCEDURES = new Map(
  [...proceduresOf(appRouter), ...proceduresOf(internalRouter)].filter(([path]) => !path.startsWith('desk.')),
);

/** The code of the refusal of whoever has only these permissions, in a program without a ledger; null when answered. */
async function refusalFor(path: string, permissions: Iterable<Permission>): Promise<string | null> {
  const absent = () => Promise.reject(new Error('there is no ledger here'));
  const ctx: RouterContext = {
    readable: absent,
    writable: absent,
    ledgerName: 'none.ledger',
    file: { path: '/nowhere/none.ledger', key: null },
    actor: 'owner',
    permissions: new Set(permissions),
    changes: async function* () {},
    progress: () => undefined,
  };
  const router: AnyRouter = path.startsWith('internal.') ? internalRouter : appRouter;
  const type = PROCEDURES.get(path)?._def.type ?? 'query';
  try {
    await callTRPCProcedure({
      router,
      path,
      type,
      ctx,
      signal: undefined,
      batchIndex: 0,
      getRawInput: async () => undefined,
    });
    return null;
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const shape = getTRPCErrorShape({ config: router._def._config, error, type, path, input: undefined, ctx });
    return (shape as { readonly data: { readonly code: string } }).data.code;
  }
}

describe('the permissions that procedures ask for', () => {
  test('every procedure is named here', () => {
    expect(NAMED.map(([path]) => path).sort()).toEqual([...PROCEDURES.keys()].sort());
  });

  test.each(NAMED)('%s asks for %s', async (path, permission) => {
    const others = PERMISSIONS.filter((other) => other !== permission);
    expect(await refusalFor(path, others)).toBe('not_permitted');
    expect(await refusalFor(path, [permission])).not.toBe('not_permitted');
  });

  test.each(ROLES)('a member of the role %s is refused what the role lacks, and nothing else', async (role) => {
    const own = permissionsOfRole(role);
    for (const [path, permission] of NAMED) {
      const refusal = await refusalFor(path, own);
      expect(refusal === 'not_permitted', path).toBe(!own.has(permission));
    }
  });
});
