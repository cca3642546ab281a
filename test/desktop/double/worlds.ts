// The scripts that run in a page before its own: the program's preload script in its world, and what connects the two.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloneCodec } from './clone.ts';

export const PRELOAD_WORLD = 'electron-isolated-context';

/** What of a window's options decides about its worlds, as it came out. */
export interface Isolation {
  readonly preload: string | null;
  readonly sandbox: boolean;
  readonly contextIsolation: boolean;
  readonly nodeIntegration: boolean;
}

export interface Worlds {
  /** The name of the function through which a page's preload world speaks to the main process. */
  readonly binding: string;
  /** The name of the function through which the main process speaks to it. */
  readonly receiver: string;
  readonly mainScript: string;
  readonly preloadScript: string;
}

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'pages', name), 'utf8').replace(/^export /m, '');
const CROSSING = read('crossing.js');
const MAIN_WORLD = read('main-world.js');
const PRELOAD = read('preload-world.js').replace('/* stop */', () => 'debugger;');

export function buildWorlds(isolation: Isolation, versions: Readonly<Record<string, string | undefined>>): Worlds {
  const [toMain, toPreload, binding, receiver] = Array.from({ length: 4 }, () => `_${randomBytes(12).toString('hex')}`);
  if (toMain === undefined || toPreload === undefined || binding === undefined || receiver === undefined) {
    throw new Error('no names for the worlds');
  }
  const script = isolation.preload === null ? '' : readFileSync(isolation.preload, 'utf8');
  const hasPageNode = isolation.nodeIntegration && !isolation.contextIsolation && !isolation.sandbox;
  const options = {
    sandbox: isolation.sandbox,
    contextIsolation: isolation.contextIsolation,
    platform: process.platform,
    arch: process.arch,
    versions,
    env: {},
  };
  return {
    binding,
    receiver,
    mainScript: `(() => {
      if (window !== window.top) return;
      ${CROSSING}
      ${MAIN_WORLD}
      mainWorld({ hear: '${toMain}', tell: '${toPreload}', crossing, hasNode: ${hasPageNode} });
    })();`,
    preloadScript: `(() => {
      if (window !== window.top) return;
      const post = globalThis['${binding}'];
      delete globalThis['${binding}'];
      ${CROSSING}
      ${PRELOAD}
      const run = function (require, process, exports, module, Buffer, global, setImmediate, clearImmediate) {
        ${script}
      };
      preloadWorld({
        hear: '${toPreload}', tell: '${toMain}', receiver: '${receiver}', post, crossing, run,
        codec: (${cloneCodec.toString()})(), options: ${JSON.stringify(options)},
      });
    })();
    //# sourceURL=electron-double/preload.js`,
  };
}
