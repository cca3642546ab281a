// The choice of light, dark or the system's scheme.
import { useMantineColorScheme } from '@mantine/core';
import { Choice } from '../parts/choice.tsx';

const SCHEMES = [
  { value: 'auto', name: 'System' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
] as const;

export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return <Choice legend="Appearance" options={SCHEMES} value={colorScheme} onChange={setColorScheme} />;
}
