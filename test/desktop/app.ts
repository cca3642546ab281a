// Starts the program on the double, and waits until its window shows.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desktop, DialogScript } from './desktop.ts';
import { DoubledDesktop } from './doubled-desktop.ts';
import { startProgram } from './doubled-program.ts';
import { unpackAsar } from './asar.ts';

export type { Desktop, DialogScript } from './desktop.ts';

export interface Launch {
  /** The folder with the program's package.json and what was built beside it, or a packaged `app.asar`. */
  readonly build: string;
  /** Arguments of the person who starts it: files and links. */
  readonly args?: readonly string[];
  /** Where the program keeps its things; without one, a new folder that goes with the program. */
  readonly home?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Scripted before the program runs, for dialogs that it opens by itself. */
  readonly dialogs?: readonly DialogScript[];
  /** Displays of the machine; one of 1920 × 1080 otherwise. */
  readonly displays?: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Waits for the window, unless the program is to end without one. */
  readonly hasWindow?: boolean;
  readonly cwd?: string;
}

/** Starts the program in a process of its own. Fails with what it printed when no window shows in time. */
export async function launchDesktop(launch: Launch): Promise<Desktop> {
  const home = launch.home ?? (await mkdtemp(join(tmpdir(), 'countinghouse-desktop-')));
  const isPackaged = launch.build.endsWith('.asar');
  const folder = isPackaged ? await unpackAsar(launch.build) : launch.build;
  const begin = (args: readonly string[], cwd: string | undefined, isFirst: boolean) =>
    startProgram({
      profile: join(home, isFirst ? 'chromium' : 'chromium-of-second-start'),
      isWindowSure: isFirst && launch.hasWindow !== false,
      folder,
      args,
      home,
      cwd: cwd ?? launch.cwd ?? home,
      env: {
        ...launch.env,
        ...(isPackaged ? { ELECTRON_DOUBLE_PACKAGED: '1' } : {}),
        ...(launch.displays === undefined ? {} : { ELECTRON_DOUBLE_DISPLAYS: JSON.stringify(launch.displays) }),
      },
    });
  const program = begin(launch.args ?? [], undefined, true);
  const desktop = new DoubledDesktop(
    program,
    (args, cwd) => begin(args, cwd, false),
    async () => {
      if (launch.home === undefined) await rm(home, { recursive: true, force: true });
      if (isPackaged) await rm(folder, { recursive: true, force: true });
    },
  );
  if (launch.dialogs !== undefined) await desktop.dialogs.script(...launch.dialogs);
  if (launch.hasWindow !== false) {
    try {
      await desktop.showsWindow();
    } catch (error) {
      await desktop.stop();
      throw error;
    }
  }
  return desktop;
}
