// Ledgers that are brought up to date before they open, which may take minutes: each is shown as a job meanwhile.
import { CountinghouseError } from '../../kernel/index.ts';
import type { JobProgress, OpeningLedger } from '../../router/index.ts';
import { nameOf } from './file-names.ts';
import type { Jobs } from './jobs.ts';

/** What is told while a ledger opens, and what gives it up. */
export interface Opening {
  onProgress(progress: JobProgress): void;
  readonly signal: AbortSignal;
}

export interface Openings {
  /** Opens a ledger; it becomes a job with the first progress told. Raises what `open` raises. */
  follow<R>(path: string, open: (opening: Opening) => Promise<R>): Promise<R>;
  /** The ledger that is being brought up to date. */
  current(): OpeningLedger | null;
  /** Raises `ledger_busy` while one is. */
  refuseMeanwhile(): void;
  /** Gives up what is being opened, and takes on nothing more. */
  stop(): void;
}

export interface OpeningsOptions {
  readonly begin: Jobs['begin'];
  readonly onChange: () => void;
  /** Told all progress, besides the job. */
  readonly onProgress: ((name: string, progress: JobProgress) => void) | undefined;
}

export function createOpenings({ begin, onChange, onProgress }: OpeningsOptions): Openings {
  let current: OpeningLedger | null = null;
  const stopping = new AbortController();

  const beginJob = (opening: OpeningLedger, canceling: AbortController, opened: Promise<unknown>) => {
    let tell: (progress: JobProgress) => void = () => undefined;
    begin({
      name: titleOf(opening),
      given: { kind: 'opening' },
      ledger: opening.path,
      run: async ({ signal, progress }) => {
        tell = progress;
        signal.addEventListener('abort', () => canceling.abort());
        await opened;
        return { state: 'done', outcome: `${opening.name} is open` };
      },
    });
    current = opening;
    onChange();
    return tell;
  };

  return {
    follow: async (path, open) => {
      const name = nameOf(path);
      const canceling = new AbortController();
      const opened = Promise.withResolvers<void>();
      opened.promise.catch(() => undefined);
      let tell: ((progress: JobProgress) => void) | null = null;
      try {
        const result = await open({
          signal: AbortSignal.any([canceling.signal, stopping.signal]),
          onProgress: (progress) => {
            if (stopping.signal.aborted) return;
            tell ??= beginJob({ name, path }, canceling, opened.promise);
            tell(progress);
            onProgress?.(name, progress);
          },
        });
        opened.resolve();
        return result;
      } catch (error) {
        opened.reject(error);
        throw error;
      } finally {
        if (tell !== null) {
          current = null;
          onChange();
        }
      }
    },
    current: () => current,
    refuseMeanwhile: () => {
      if (current === null) return;
      throw new CountinghouseError('ledger_busy', {
        what: `${titleOf(current)} is still running`,
        fix: 'Wait until it has ended, or cancel it among the jobs',
      });
    },
    stop: () => stopping.abort(),
  };
}

function titleOf({ name }: OpeningLedger): string {
  return `Bringing ${name} up to date`;
}
