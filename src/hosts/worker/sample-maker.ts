// The role of a worker that makes the sample company, and then has nothing more to do.
import { sampleCompanyFile } from '../../app/sample-company.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { JobProgress } from '../../router/index.ts';
import type { FromWorker, Outcome, WorkerStart } from './protocol.ts';
import { refusedOutcome } from './refusals.ts';
import type { Role } from './roles.ts';

type SampleStart = Extract<WorkerStart, { role: 'sample' }>;

/** Its only call makes the ledger, whatever it asks; canceled, it leaves nothing. */
export function createSampleMaker({ path, size }: SampleStart, send: (message: FromWorker) => void): Role {
  const canceling = new AbortController();
  let making: Promise<void> = Promise.resolve();

  const make = async (id: number): Promise<Outcome> => {
    await sampleCompanyFile({
      path,
      ...(size === null ? {} : { options: size }),
      signal: canceling.signal,
      onProgress: ({ done, total }) => {
        const progress: JobProgress = { done, total, unit: 'months' };
        send({ tell: 'item', id, json: JSON.stringify(progress) });
      },
    });
    return { isOk: true, json: JSON.stringify({ path }) };
  };

  return {
    call: async (id, call) => {
      making = make(id)
        .catch((error: unknown) => {
          if (error instanceof CountinghouseError) return refusedOutcome(error, call.path);
          throw error;
        })
        .then((outcome) => send({ tell: 'outcome', id, outcome }));
      await making;
    },
    cancel: () => canceling.abort(),
    changed: () => undefined,
    close: async () => {
      canceling.abort();
      await making.catch(() => undefined);
    },
  };
}
