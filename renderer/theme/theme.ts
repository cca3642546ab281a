// The look on top of Mantine: one accent, quiet surfaces, small radii, figures in tabular Inter.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { components } from './components.ts';
import { colorVariables } from './palette.ts';

const accent: MantineColorsTuple = [
  '#eef7f5',
  '#d9ebe8',
  '#b2d8d2',
  '#86c3ba',
  '#5fb0a5',
  '#2f9387',
  '#0f776c',
  '#0b6159',
  '#084c46',
  '#053632',
];

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'xs',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components,
});

/** The colors of the screens, with Mantine's own pointed at them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    ...colorVariables(),
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-quiet)',
    '--mantine-color-default-border': 'var(--rule)',
    '--mantine-color-error': 'var(--warning)',
    '--mantine-color-placeholder': 'var(--ink-quiet)',
    '--mantine-color-default': 'var(--paper-raised)',
    '--mantine-color-default-hover': 'var(--paper-hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-disabled': 'var(--waiting)',
    '--mantine-color-disabled-color': 'var(--ink-quiet)',
    '--mantine-color-disabled-border': 'var(--rule)',
    '--input-bd': 'var(--rule-strong)',
  },
  light: {},
  dark: {
    '--mantine-color-dark-5': '#232a2f',
    '--mantine-color-dark-6': '#1c2226',
    '--mantine-color-dark-7': '#191d21',
  },
});
