// The program's window holds against what runs in it: checks that find nothing on the program as it is built.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desktop, launchDesktop } from './app.ts';
import { builtProgram } from './build.ts';
import { SAFETY_CHECKS } from './safety-checks.ts';

describe('the window as it is built', () => {
  const home = mkdtempSync(join(tmpdir(), 'countinghouse-safety-'));
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await launchDesktop({ build: await builtProgram(), home });
  });
  afterAll(async () => {
    await desktop?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test.each(Object.entries(SAFETY_CHECKS))('%s', async (_name, check) => {
    expect(await check(desktop, home)).toEqual([]);
  });

  test('is made with what its safety rests on', () => {
    expect(desktop.isolation).toEqual([
      expect.objectContaining({ sandbox: true, contextIsolation: true, nodeIntegration: false }),
    ]);
  });

  test('ends with nothing that must not have happened', async () => {
    expect(desktop.problems()).toEqual([]);
    expect(await desktop.quit()).toBe(0);
  });
});
