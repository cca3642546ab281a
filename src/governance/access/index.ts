// Access: the permissions there are, and which role has which.
export { ALL_PERMISSIONS, PERMISSIONS, ROLES, permissionsOfRole, requirePermission } from './rules.ts';
export type { Permission, Role } from './rules.ts';
