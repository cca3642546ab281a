// Which tests there are. `npm test` runs all of them; `npx vitest run --project unit src/kernel` runs some.
import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;
/** How long a test that watches a program waits for what must come. */
const POLL_LIMIT_MS = 30_000;

/** A group of tests; limits are far above what the tests need, since a slow machine is no failure. */
function project(name: string, include: string[], timeoutMs: number, isOneAtATime = false, retry = 0) {
  return {
    test: {
      name,
      include,
      environment: 'node' as const,
      pool: 'forks' as const,
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
      retry,
      expect: { poll: { timeout: POLL_LIMIT_MS } },
      fileParallelism: !isOneAtATime,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      project('unit', ['src/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'electron/**/*.test.ts'], 2 * MINUTE_MS),
      project('architecture', ['test/architecture/**/*.test.ts'], 2 * MINUTE_MS),
      project('contract', ['test/contract/**/*.test.ts'], 5 * MINUTE_MS),
      project('scenarios', ['test/scenarios/**/*.test.ts'], 5 * MINUTE_MS),
      project('faults', ['test/faults/**/*.test.ts'], 15 * MINUTE_MS, true),
      project('packaging', ['test/packaging/**/*.test.ts'], 5 * MINUTE_MS),
      project('desktop', ['test/desktop/**/*.test.ts'], 3 * MINUTE_MS, true, 1),
      project('journeys', ['test/journeys/**/*.test.ts'], 10 * MINUTE_MS, true),
      project('e2e', ['test/e2e/{accessible,strangers}.test.ts'], 15 * MINUTE_MS, true),
      // Run by name, not by `npm test`: the window's double now and then stands still; times are no verdict.
      project('timing', ['test/e2e/timing.test.ts'], 15 * MINUTE_MS, true),
    ],
  },
});
