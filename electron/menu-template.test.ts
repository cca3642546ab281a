// The application menu on each system.
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Platform } from './bridge.ts';
import { type MenuState, menuTemplate } from './menu-template.ts';

type Item = MenuItemConstructorOptions;

const RECENT = { path: '/books/R&D.ledger', name: 'R&D', folder: '/books' };

function made(given: Partial<MenuState>) {
  const asked: string[] = [];
  const menu = menuTemplate(
    { platform: 'linux', isDevelopment: false, hasLedger: true, recents: [RECENT], ...given },
    {
      ask: (command) => asked.push(command),
      go: (path) => asked.push(`go ${path}`),
      openRecent: (path) => asked.push(`open ${path}`),
      copyProblemReport: () => asked.push('report'),
    },
  );
  return { asked, menu, items: menu.flatMap(below) };
}

function below(item: Item): Item[] {
  return Array.isArray(item.submenu) ? item.submenu.flatMap((one) => [one, ...below(one)]) : [];
}

const PLATFORMS: readonly Platform[] = ['darwin', 'win32', 'linux'];

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  it('has each accelerator and each role once', () => {
    const { items } = made({ platform, isDevelopment: true });
    for (const key of ['accelerator', 'role'] as const) {
      const values = items.flatMap((item) => item[key] ?? []);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('lets people quit, edit, zoom, go full screen and change settings', () => {
    const { menu, items } = made({ platform });
    const roles = items.map(({ role }) => role);
    expect(roles).toEqual(
      expect.arrayContaining([
        'quit',
        'undo',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'zoomIn',
        'togglefullscreen',
        'about',
      ]),
    );
    expect(items.filter(({ label }) => label === 'Settings…')).toHaveLength(1);
    expect(menu[0]?.role === 'appMenu').toBe(platform === 'darwin');
  });

  it('reloads and shows developer tools from sources alone', () => {
    const roles = (isDevelopment: boolean) => made({ platform, isDevelopment }).items.map(({ role }) => role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
    expect(roles(true)).toContain('toggleDevTools');
  });
});

describe('items of the menu', () => {
  it('that need a ledger are disabled without one', () => {
    const disabled = made({ hasLedger: false, recents: [] }).items.filter(({ enabled }) => enabled === false);
    expect(disabled.map(({ label }) => label)).toEqual([
      'No Recent Ledgers',
      'Close Ledger',
      'Import…',
      'Import Rates…',
      'Export…',
      'Back Up…',
      'Overview',
      'Revenue',
      'Customers',
    ]);
    expect(made({}).items.filter(({ enabled }) => enabled === false)).toEqual([]);
  });

  it('ask for what they say', () => {
    const { asked, items } = made({});
    for (const { click } of items) if (click !== undefined) Reflect.apply(click, undefined, []);
    expect(asked).toEqual([
      'new-ledger',
      'open-ledger',
      'open /books/R&D.ledger',
      'close-ledger',
      'import',
      'import-rates',
      'export',
      'back-up',
      'settings',
      'palette',
      'back',
      'forward',
      'go /',
      'go /revenue',
      'go /customers',
      'keys',
      'report',
    ]);
  });

  it('show the name of a recent ledger as it is', () => {
    expect(made({}).items.map(({ label }) => label)).toContain('R&&D — /books');
  });
});
