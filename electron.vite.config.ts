// How the program is built: main process with command line and worker, preload bridge, and screens.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

/**
 * Native modules stay outside, and the writer of workbooks, which cannot be bundled as a module. Everything else is
 * bundled, so that a start reads a few files and not hundreds.
 */
const OUTSIDE = [/^better-sqlite3/, /^@napi-rs\/keyring/, /^write-excel-file/];

/**
 * Modules of ours and of these libraries do nothing by being loaded, so that who takes one thing through the face of an
 * area loads that thing alone: the window's own process has the desk's procedures, and not those of the core.
 */
const PURE = /\/(?:src|electron)\/|\/node_modules\/(?:zod|kysely|uuid|@trpc\/server)\//;

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      sourcemap: true,
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron', ...OUTSIDE],
        treeshake: { moduleSideEffects: (id, isOutside) => !isOutside && !PURE.test(id) },
        input: {
          desktop: resolve(root, 'electron/desktop.ts'),
          cli: resolve(root, 'src/hosts/cli/entry.ts'),
          worker: resolve(root, 'src/hosts/worker/entry.ts'),
        },
        // One folder: a chunk finds the worker's entry beside itself.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { preload: resolve(root, 'electron/preload.ts') },
        // A sandboxed preload script must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    // The build tool prefers relative addresses, with which a page at a deeper address finds nothing.
    plugins: [react(), { name: 'absolute-addresses', enforce: 'post', config: () => ({ base: '/' }) }],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      // Fonts and images are files of their own: the content policy has no use for data of this size.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
});
