// The sections of the settings, in the order in which they are listed.

export const SECTIONS = [
  { section: 'workspace', name: 'Workspace' },
  { section: 'rates', name: 'Rates' },
  { section: 'branding', name: 'Branding' },
  { section: 'people', name: 'People' },
  { section: 'keys', name: 'Keys' },
  { section: 'backups', name: 'Backups' },
  { section: 'appearance', name: 'Appearance' },
  { section: 'about', name: 'About' },
] as const;

export type SectionName = (typeof SECTIONS)[number]['section'];

/** True for the name of a section. */
export function isSection(text: string | undefined): text is SectionName {
  return SECTIONS.some(({ section }) => section === text);
}
