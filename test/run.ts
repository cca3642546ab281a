// `npm test`: every check there is, cheapest first, each to its end even when an earlier one failed; then the sum.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const VITEST_REPORT = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});

const scratch = mkdtempSync(join(tmpdir(), 'countinghouse-test-'));

/** Runs a program of node_modules on this Node, with its output shown; true when it ends with 0. */
function passes(script: string, args: readonly string[]): boolean {
  const path = join(import.meta.dirname, '..', 'node_modules', script);
  return spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' }).status === 0;
}

function check(name: string, script: string, ...args: string[]): Count {
  console.log(`\n── ${name}`);
  const hasPassed = passes(script, args);
  return { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1 };
}

/** The tests of some Vitest projects; a run that dies before it reports counts as one failure. */
function tests(...projects: string[]): Count {
  console.log(`\n── ${projects.join(', ')}`);
  const report = join(scratch, `${projects.join('-')}.json`);
  const hasPassed = passes('vitest/vitest.mjs', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const counts = VITEST_REPORT.parse(JSON.parse(readFileSync(report, 'utf8')));
    const unseen = hasPassed ? 0 : 1;
    return { passed: counts.numPassedTests, failed: Math.max(counts.numFailedTests, unseen) };
  } catch (cause) {
    console.error(`no report of ${projects.join(', ')}:`, cause);
    return { passed: 0, failed: 1 };
  }
}

/** Run by name alone: the window's double now and then stands still, and times of interactions are no verdict. */
const BY_NAME = ['desktop', 'timing'];

const counts = [
  check('types', 'typescript/bin/tsc', '-b'),
  check('format and lint', '@biomejs/biome/bin/biome', 'check', '.', '--error-on-warnings'),
  tests('architecture', 'unit'),
  tests('contract', 'scenarios'),
  tests('faults'),
  tests('packaging'),
  tests('journeys'),
  tests('e2e'),
];
rmSync(scratch, { recursive: true });
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\nNot run: ${BY_NAME.join(', ')} (node node_modules/vitest/vitest.mjs run --project NAME)`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
