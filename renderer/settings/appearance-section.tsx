// Settings: light or dark; kept on this machine alone.
import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useSurroundings } from '../frame/surroundings-context.ts';
import { Choice } from '../parts/choice.tsx';
import { Section } from '../parts/section.tsx';
import styles from './settings.module.css';

const SCHEMES: readonly { readonly value: MantineColorScheme; readonly name: string }[] = [
  { value: 'auto', name: "The system's" },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
];

export function AppearanceSection() {
  const { colorScheme } = useMantineColorScheme();
  const { appear, platform } = useSurroundings();
  const modifier = platform === 'darwin' ? 'Command' : 'Ctrl';
  return (
    <Section title="Appearance" about="On this machine alone; the ledger does not know of it.">
      <div className={styles.choices}>
        <span aria-hidden="true">Colors</span>
        <Choice legend="Colors" options={SCHEMES} value={colorScheme} onChange={appear} />
        <span>Text size</span>
        <p className={styles.keys}>
          {modifier} and + or − make everything larger or smaller; {modifier} and 0 set it back.
        </p>
      </div>
    </Section>
  );
}
