// The settings: the list of their sections, and the one that the address names.
import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { NoSuchScreen } from '../frame/no-such-screen.tsx';
import { AboutSection } from './about-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { BrandingSection } from './branding-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { RatesSection } from './rates-section.tsx';
import { isSection, SECTIONS, type SectionName } from './sections.ts';
import styles from './settings.module.css';
import { WorkspaceSection } from './workspace-section.tsx';

const CONTENTS: Readonly<Record<SectionName, ComponentType>> = {
  workspace: WorkspaceSection,
  rates: RatesSection,
  branding: BrandingSection,
  people: PeopleSection,
  keys: KeysSection,
  backups: BackupsSection,
  appearance: AppearanceSection,
  about: AboutSection,
};

export function Settings() {
  const { section: present } = useParams({ strict: false });
  if (!isSection(present)) return <NoSuchScreen />;
  const Content = CONTENTS[present];
  return (
    <>
      <h1 className={styles.title}>Settings</h1>
      <div className={styles.settings}>
        <nav className={styles.sections} aria-label="Settings">
          <ul>
            {SECTIONS.map(({ section, name }) => (
              <li key={section}>
                <Link
                  to="/settings/$section"
                  params={{ section }}
                  search={true}
                  aria-current={section === present ? 'page' : undefined}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.content}>
          <Content key={present} />
        </div>
      </div>
    </>
  );
}
