// Which role may do what: one table, without exceptions.
import { CountinghouseError } from '../../kernel/index.ts';

/** What a member may do; a workspace of one person has them all. */
export const PERMISSIONS = [
  'figures.read',
  'customers.read',
  'stripe.read',
  'stripe.import',
  'rates.import',
  'reports.export',
  'settings.change',
  'people.change',
  'ledger.backup',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The roles that a member can have. */
export const ROLES = ['analyst', 'account_manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ALL_PERMISSIONS: ReadonlySet<Permission> = new Set(PERMISSIONS);

const PERMISSIONS_OF_ROLES: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  analyst: new Set([
    'figures.read',
    'customers.read',
    'stripe.read',
    'stripe.import',
    'rates.import',
    'reports.export',
    'ledger.backup',
  ]),
  account_manager: new Set(['figures.read', 'customers.read', 'reports.export']),
  admin: ALL_PERMISSIONS,
};

/** What a member of the role may do. */
export function permissionsOfRole(role: Role): ReadonlySet<Permission> {
  return PERMISSIONS_OF_ROLES[role];
}

const DEEDS: Readonly<Record<Permission, string>> = {
  'figures.read': 'read figures',
  'customers.read': 'read customers',
  'stripe.read': 'read Stripe objects',
  'stripe.import': 'import from Stripe',
  'rates.import': 'import exchange rates',
  'reports.export': 'export reports',
  'settings.change': 'change settings',
  'people.change': 'change people',
  'ledger.backup': 'back up the ledger',
};

/** Raises `not_permitted` unless the permission is among them. */
export function requirePermission(permissions: ReadonlySet<Permission>, permission: Permission): void {
  if (permissions.has(permission)) return;
  throw new CountinghouseError('not_permitted', {
    what: `Whoever acts here may not ${DEEDS[permission]}`,
    fix: 'Settings > People says what each role may do, and as whom this program acts',
  });
}
