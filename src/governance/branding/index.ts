// Branding: what the workspace's documents carry as the company's own.
export { changeBranding } from './commands/change-branding.ts';
export type { BrandingChange } from './commands/change-branding.ts';
export { brandingFactKinds } from './facts.ts';
export { brandingProjection } from './projection.ts';
export { brandingOf } from './queries.ts';
export type { Branding, Logo } from './queries.ts';
export { LOGO_LIMIT_BYTES } from './rules/pictures.ts';
