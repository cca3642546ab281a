// The safety checks can fail: each fault, planted in a copy of the program, is found by the check that is for it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { launchDesktop } from './app.ts';
import { builtProgram, plantedProgram } from './build.ts';
import { isolated, PLANTED_FAULTS } from './planted-faults.ts';

describe('a fault that was planted', () => {
  let build: string;

  beforeAll(async () => {
    build = await builtProgram();
  });

  test.each(PLANTED_FAULTS)('$name', async ({ replacements, foundBy }) => {
    const planted = await plantedProgram(build, replacements);
    const home = await mkdtemp(join(tmpdir(), 'countinghouse-planted-home-'));
    const desktop = await launchDesktop({ build: planted, home });
    try {
      for (const check of foundBy) expect(await check(desktop, home)).not.toEqual([]);
    } finally {
      await desktop.stop();
      await rm(planted, { recursive: true, force: true });
      await rm(home, { recursive: true, force: true });
    }
  });

  test('context isolation off: the program says that it cannot work, and ends', async () => {
    const planted = await plantedProgram(build, [isolated]);
    const dialogs = [{ method: 'showErrorBox', answer: null } as const];
    const desktop = await launchDesktop({ build: planted, hasWindow: false, dialogs });
    expect(await desktop.exited()).toBe(2);
    expect(desktop.dialogs.shown.map(({ method }) => method)).toEqual(['showErrorBox']);
    await desktop.stop();
    await rm(planted, { recursive: true, force: true });
  });

  test('must fit in exactly one place', async () => {
    await expect(plantedProgram(build, [{ from: 'no such text in the program', to: '' }])).rejects.toThrow(
      'stands in 0',
    );
  });
});
