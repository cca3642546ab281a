// Which role may do what: one table, without exceptions.

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
