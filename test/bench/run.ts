// `npm run bench [-- ingest dashboard startup door queries screens] [--small] [--json PATH]`: prints a table, and JSON where asked.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchDashboard } from './dashboard.ts';
import { benchDoor } from './door.ts';
import { benchIngest } from './ingest.ts';
import { asTable, type Result } from './measure.ts';
import { benchQueries } from './queries.ts';
import { benchScreens } from './screens.ts';
import { benchStartup } from './startup.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, small: { type: 'boolean', default: false } },
});

/** `--small` is a tenth of each size, for a look in between. */
const scale = values.small ? 0.1 : 1;

const SUITES: Readonly<Record<string, () => Promise<Result[]>>> = {
  ingest: () => benchIngest([10_000 * scale, 100_000 * scale], 5),
  dashboard: () => benchDashboard([1_000_000 * scale, 10_000_000 * scale]),
  startup: () => benchStartup(7),
  door: () => benchDoor(100_000 * scale),
  queries: () => benchQueries(values.small ? [2_400] : [2_400, 100_000]),
  screens: () => benchScreens(7),
};

const chosen = positionals.length === 0 ? Object.keys(SUITES) : positionals;
const results: Result[] = [];
for (const name of chosen) {
  const suite = SUITES[name];
  if (suite === undefined) {
    console.error(`There is no bench called ${name}; there are ${Object.keys(SUITES).join(', ')}`);
    process.exit(2);
  }
  console.error(`measuring ${name} …`);
  results.push(...(await suite()));
}
console.log(asTable(results));
const json = JSON.stringify({ node: process.version, results }, null, 2);
if (values.json === undefined) console.log(`\n${json}`);
else writeFileSync(values.json, `${json}\n`);
