#!/usr/bin/env node
// The command line. On an older Node it goes on with the one that comes with the project.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { continueOnBundledNode, isRecentEnough } from './runtime.js';

const script = fileURLToPath(import.meta.url);
const out = join(script, '..', '..', 'out');
const program = join(out, 'main', 'cli.js');

if (!existsSync(program)) {
  process.stderr.write('countinghouse: the program has not been built. Run npm run build in its folder\n');
  process.exitCode = 2;
} else if (isRecentEnough()) {
  module.enableCompileCache?.(join(out, 'compile-cache'));
  await import(pathToFileURL(program).href);
} else {
  continueOnBundledNode(script);
}
