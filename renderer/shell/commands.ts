// Every command of the program, once: the palette, the keys, their help, the menu and buttons all run these.
import type { MantineColorScheme } from '@mantine/core';
import { isPermitted, type Permission, whyNotPermitted } from '../core/acting.ts';
import { tell } from '../core/toasts.ts';
import { AREAS } from '../frame/areas.ts';
import type { Keys } from './keys.ts';
import { backUp, chooseRates, closeLedger, copyLink, copyProblemReport, openLedger } from './ledger-actions.ts';
import { focusSearch, stepInList } from './list-keys.ts';
import type { Surroundings } from './surroundings.ts';

export const COMMAND_GROUPS = ['Screens', 'Ledger', 'This view', 'Lists', 'Appearance', 'Help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface Command {
  readonly id: string;
  readonly name: string;
  readonly group: CommandGroup;
  readonly keys?: readonly Keys[];
  /** Other words to find it by. */
  readonly words?: string;
  /** Bound to its keys alone, not offered by name. */
  readonly isForKeysOnly?: boolean;
  /** What whoever acts must be permitted; nothing where it is left out. */
  readonly permission?: Permission;
  /** Whether it makes sense now; always where it is left out. */
  when?(surroundings: Surroundings): boolean;
  run(surroundings: Surroundings): unknown;
}

const hasLedger = ({ desk }: Surroundings): boolean => desk?.ledger !== null;

const SCREENS: readonly Command[] = AREAS.map(({ path, name, keys, permission }) => ({
  id: `go ${path}`,
  name,
  group: 'Screens',
  keys: name === 'Settings' ? [keys, 'mod+,'] : [keys],
  words: 'go to open screen area',
  when: hasLedger,
  permission,
  run: ({ go }) => go(path),
}));

const appear = (scheme: MantineColorScheme, name: string): Command => ({
  id: `appearance-${scheme}`,
  name,
  group: 'Appearance',
  words: 'theme dark mode light colors',
  run: (surroundings) => surroundings.appear(scheme),
});

const FIXED: readonly Command[] = [
  {
    id: 'palette',
    name: 'Find a customer, invoice, screen or command',
    group: 'Help',
    keys: ['mod+k'],
    isForKeysOnly: true,
    run: ({ open }) => open('palette'),
  },
  {
    id: 'keys',
    name: 'Keys',
    group: 'Help',
    keys: ['?'],
    words: 'shortcuts keyboard help',
    run: ({ open }) => open('keys'),
  },
  {
    id: 'problem-report',
    name: 'Copy a problem report',
    group: 'Help',
    words: 'bug support diagnostics',
    run: () => copyProblemReport(),
  },
  {
    id: 'back',
    name: 'Back',
    group: 'Screens',
    keys: ['alt+arrowleft', 'mod+['],
    isForKeysOnly: true,
    run: ({ back }) => back(),
  },
  {
    id: 'forward',
    name: 'Forward',
    group: 'Screens',
    keys: ['alt+arrowright', 'mod+]'],
    isForKeysOnly: true,
    run: ({ forward }) => forward(),
  },
  {
    id: 'import',
    name: 'Import Stripe exports',
    group: 'Ledger',
    words: 'files jsonl add objects',
    permission: 'stripe.import',
    when: hasLedger,
    run: ({ open }) => open('import'),
  },
  {
    id: 'import-rates',
    name: 'Import exchange rates',
    group: 'Ledger',
    words: 'currency csv fx',
    permission: 'rates.import',
    when: hasLedger,
    run: () => chooseRates(),
  },
  {
    id: 'export',
    name: 'Export a report',
    group: 'Ledger',
    keys: ['mod+shift+e'],
    words: 'save csv xlsx excel json download',
    permission: 'reports.export',
    when: hasLedger,
    run: ({ open }) => open('export'),
  },
  {
    id: 'back-up',
    name: 'Back up the ledger',
    group: 'Ledger',
    words: 'copy save',
    permission: 'ledger.backup',
    when: hasLedger,
    run: (surroundings) => (surroundings.isWindow ? backUp() : surroundings.open('back-up')),
  },
  {
    id: 'new-ledger',
    name: 'New ledger',
    group: 'Ledger',
    words: 'create',
    run: ({ guide }) => guide({ step: 'new' }),
  },
  { id: 'open-ledger', name: 'Open a ledger', group: 'Ledger', run: ({ guide }) => guide({ step: 'open' }) },
  { id: 'close-ledger', name: 'Close the ledger', group: 'Ledger', when: hasLedger, run: closeLedger },
  {
    id: 'welcome',
    name: 'Ways to begin',
    group: 'Help',
    words: 'welcome guide sample company first run',
    run: ({ guide }) => guide({ step: 'ways' }),
  },
  {
    id: 'copy-link',
    name: 'Copy a link to this view',
    group: 'This view',
    words: 'share url address',
    when: hasLedger,
    run: () => copyLink(),
  },
  {
    id: 'find-in-list',
    name: 'Search the list',
    group: 'Lists',
    keys: ['/'],
    isForKeysOnly: true,
    run: () => focusSearch(),
  },
  {
    id: 'next',
    name: 'Next row',
    group: 'Lists',
    keys: ['j'],
    isForKeysOnly: true,
    run: () => stepInList('ArrowDown'),
  },
  {
    id: 'previous',
    name: 'Previous row',
    group: 'Lists',
    keys: ['k'],
    isForKeysOnly: true,
    run: () => stepInList('ArrowUp'),
  },
  appear('auto', "Appearance: the system's"),
  appear('light', 'Appearance: light'),
  appear('dark', 'Appearance: dark'),
];

/** All commands that make sense now, the recent ledgers among them. */
export function commandsIn(surroundings: Surroundings): readonly Command[] {
  const { desk } = surroundings;
  const others = desk?.recents.filter(({ path, isMissing }) => !isMissing && path !== desk.ledger?.path) ?? [];
  const recents = others.map(
    ({ path, name }): Command => ({
      id: `recent ${path}`,
      name: `Open ${name}`,
      group: 'Ledger',
      words: `recent ledger ${path}`,
      run: (around) => openLedger({ recent: path, name }, around),
    }),
  );
  return [...SCREENS, ...FIXED, ...recents]
    .filter((command) => command.when?.(surroundings) ?? true)
    .map((command) => (isAllowed(command, surroundings) ? command : { ...command, run: refuse }));
}

/** Whether whoever acts may run the command; one that they may not run says why instead. */
export function isAllowed({ permission }: Command, { desk }: Surroundings): boolean {
  return permission === undefined || isPermitted(desk, permission);
}

function refuse({ desk }: Surroundings): void {
  tell({ what: whyNotPermitted(desk), isTrouble: true });
}

/** Every command that has keys, for their help. */
export const COMMANDS_WITH_KEYS: readonly Command[] = [...SCREENS, ...FIXED].filter(({ keys }) => keys !== undefined);

/** Runs a command by its id. False where there is none that makes sense now. */
export function runCommand(id: string, surroundings: Surroundings): boolean {
  const command = commandsIn(surroundings).find((candidate) => candidate.id === id);
  void command?.run(surroundings);
  return command !== undefined;
}
