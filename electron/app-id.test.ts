// The program goes by the name that its installers give it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { APP_ID } from './app-id.ts';

it('is the one that the installers register', () => {
  const configuration = readFileSync(join(import.meta.dirname, '..', 'electron-builder.yml'), 'utf8');
  expect(/^appId: (?<id>\S+)$/m.exec(configuration)?.groups?.['id']).toBe(APP_ID);
});
