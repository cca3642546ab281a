// The program in Electron itself, where its binary is present; where it is not, the run says so in a line.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram } from './build.ts';
import { electronBinary, electronReport, launchRealElectron } from './real-electron.ts';

test('the program opens in Electron itself, follows its menu and quits', async ({ skip }) => {
  console.log(electronReport());
  if (electronBinary() === null) skip(electronReport());
  const desktop = await launchRealElectron({ build: await builtProgram() });
  await desktop.page.getByRole('heading', { name: 'Ways to begin' }).waitFor();
  expect(desktop.page.url()).toBe('app://countinghouse/');
  expect(await desktop.windowCount()).toBe(1);
  await desktop.menu(['Help', 'Keys']);
  await desktop.page.getByRole('dialog').waitFor();
  expect(await desktop.page.evaluate(`[typeof require, typeof process]`)).toEqual(['undefined', 'undefined']);
  expect(await desktop.quit()).toBe(0);
});

test('an installed Electron is looked for where the package puts it', () => {
  expect(electronBinary() ?? join('electron', 'dist')).toContain('dist');
});
