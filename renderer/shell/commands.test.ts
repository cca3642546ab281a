// The commands: which there are at a time, that keys are nobody's twice, and where dropped files go.
import { expect, it, vi } from 'vitest';
import type { DeskStatus } from '../core/outputs.ts';
import type { Surroundings } from './surroundings.ts';

vi.stubGlobal('window', {});
const { COMMANDS_WITH_KEYS, commandsIn, isAllowed, runCommand } = await import('./commands.ts');
const { sortFiles } = await import('./handed-files.ts');

const LEDGER = { name: 'Acme', path: '/a/Acme.ledger', isEncrypted: true, isSample: false, cloudService: null };
const recent = (name: string, isMissing = false) => ({
  path: `/a/${name}.ledger`,
  name,
  folder: '/a',
  lastOpenedAt: 1,
  isMissing,
});

const READING: DeskStatus['permissions'] = ['figures.read', 'customers.read'];
const ALL: DeskStatus['permissions'] = ['stripe.import', 'rates.import', 'reports.export', 'ledger.backup', ...READING];

function surroundings(ledger: DeskStatus['ledger'], told: string[] = [], permissions = ALL): Surroundings {
  return {
    isWindow: false,
    platform: 'linux',
    desk: {
      door: 'browser',
      version: '1',
      ledger,
      opening: null,
      actor: null,
      standing: 'owner',
      permissions,
      recents: [recent('Acme'), recent('Globex'), recent('Gone', true)],
      trouble: null,
    },
    path: '/',
    go: (path) => told.push(`go ${path}`),
    back: () => told.push('back'),
    forward: () => told.push('forward'),
    open: (dialog) => told.push(`open ${dialog}`),
    guide: ({ step }) => told.push(`guide ${step}`),
    appear: (scheme) => told.push(`appear ${scheme}`),
  };
}

it('binds no keys twice, and no key that begins another binding', () => {
  const all = COMMANDS_WITH_KEYS.flatMap(({ keys = [] }) => keys);
  expect(new Set(all).size).toBe(all.length);
  for (const keys of all) {
    expect(
      all.filter((other) => other.startsWith(`${keys} `)),
      keys,
    ).toEqual([]);
  }
});

it('names every command once', () => {
  const ids = commandsIn(surroundings(LEDGER)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('offers without a ledger only what then makes sense', () => {
  const ids = commandsIn(surroundings(null)).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['new-ledger', 'open-ledger', 'keys', 'recent /a/Globex.ledger']));
  for (const id of ['import', 'export', 'back-up', 'close-ledger', 'go /']) expect(ids).not.toContain(id);
});

it('offers recent ledgers but for the open one and those that are gone', () => {
  const names = commandsIn(surroundings(LEDGER)).flatMap(({ id, name }) => (id.startsWith('recent') ? [name] : []));
  expect(names).toEqual(['Open Globex']);
});

it('runs by id, and says where there is no such command', () => {
  const told: string[] = [];
  const around = surroundings(LEDGER, told);
  for (const id of ['go /revenue', 'keys', 'new-ledger', 'back', 'back-up', 'appearance-dark']) {
    expect(runCommand(id, around), id).toBe(true);
  }
  expect(told).toEqual(['go /revenue', 'open keys', 'guide new', 'back', 'open back-up', 'appear dark']);
  expect(runCommand('import', surroundings(null))).toBe(false);
});

it('sorts dropped files by what they can be', () => {
  const file = (name: string) => ({ ticket: name, name, sizeBytes: 1 });
  const sorted = sortFiles(['a.jsonl', 'b.JSON', 'c.csv', 'd.ledger', 'e'].map(file));
  const names = (files: readonly { name: string }[]) => files.map(({ name }) => name);
  expect(names(sorted.objects)).toEqual(['a.jsonl', 'b.JSON']);
  expect(names(sorted.rates)).toEqual(['c.csv']);
  expect(names(sorted.ledgers)).toEqual(['d.ledger', 'e']);
});

it('runs nothing that whoever acts may not do, and says why', () => {
  const told: string[] = [];
  const reading = surroundings(LEDGER, told, READING);
  expect(runCommand('export', reading)).toBe(true);
  expect(runCommand('go /customers', reading)).toBe(true);
  expect(told).toEqual(['go /customers']);
  const refused = commandsIn(reading).filter((command) => !isAllowed(command, reading));
  expect(refused.map(({ id }) => id)).toEqual(['import', 'import-rates', 'export', 'back-up']);
});
