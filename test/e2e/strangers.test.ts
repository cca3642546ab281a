// The link that the program prints opens its door once, for whoever follows it first, and to nobody else.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { startProgram } from './program.ts';

test('nobody else is let in', async () => {
  const home = mkdtempSync(join(tmpdir(), 'countinghouse-strangers-'));
  const [program, browser] = await Promise.all([startProgram(home), openBrowser()]);
  try {
    const { origin } = new URL(program.link);
    const first = await (await browser.newContext()).newPage();
    await first.goto(program.link);
    await first.getByRole('heading', { level: 1, name: 'Ways to begin' }).waitFor();
    const other = await (await browser.newContext()).newPage();
    expect((await other.goto(program.link))?.status(), 'a link works once').toBe(401);
    for (const path of [
      '/trpc/desk.status',
      '/trpc/workspace.status',
      '/exports/movements.csv?report=movements&input={}',
    ]) {
      expect((await other.request.get(origin + path)).status(), path).toBe(401);
    }
    expect((await other.request.post(`${origin}/handed-in?name=a.jsonl`, { data: 'x' })).status()).toBe(401);
  } finally {
    await browser.close();
    await program.stop();
    rmSync(home, { recursive: true, force: true });
  }
});
