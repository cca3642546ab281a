// Finds a Node that the program runs on: the one that started this, or the one that comes with the project.
// Written for every Node from 20 on.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const NEEDED_MAJOR = 24;

/** True when this process itself can run the program. */
export function isRecentEnough() {
  return Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR;
}

/** The project's own Node, or null where it was not installed. */
export function bundledNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Runs a script on the project's Node in this process's place; says so and ends with 2 where there is none. */
export function continueOnBundledNode(script) {
  const node = bundledNode();
  if (node === null) {
    process.stderr.write(
      `countinghouse: this is Node ${process.versions.node}, and Node ${NEEDED_MAJOR} or later is needed. Run npm ci in the project's folder, which brings one, or install it\n`,
    );
    process.exitCode = 2;
    return;
  }
  standIn(spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' }));
}

/** Ends as the child ends, and passes on the signals that this process is sent. */
export function standIn(child) {
  // Ctrl-C reaches the child twice then, by itself and from here; it takes the two for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`countinghouse: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
