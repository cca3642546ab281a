// The roles of a worker on a ledger. A reader keeps it open and answers; the writer opens it when it must.
import { basename } from 'node:path';
import { openForReading, openForWriting } from '../../app/open-ledger.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { ChangeNotice } from '../../router/index.ts';
import { type Answering, answerCalls, type SharedContext } from './answer-calls.ts';
import { createChangeFeed } from './change-feed.ts';
import { openingTeller } from './opening-progress.ts';
import type { FromWorker, LedgerStart, WorkerStart } from './protocol.ts';
import { createSampleMaker } from './sample-maker.ts';
import { createStandings } from './standings.ts';
import { createWriterSlot } from './writer-slot.ts';

export interface Role {
  readonly call: Answering['start'];
  readonly cancel: Answering['cancel'];
  changed(notice: ChangeNotice): void;
  /** Ends what runs after its current transaction, and closes the ledger. */
  close(): Promise<void>;
}

/** Opens the ledger for the role. Raises whatever opening raises: `wrong_key`, `ledger_busy` and their kin. */
export function openRole(start: WorkerStart, send: (message: FromWorker) => void): Promise<Role> {
  switch (start.role) {
    case 'writer':
      return openWriter(start, send);
    case 'sample':
      return Promise.resolve(createSampleMaker(start, send));
    default:
      return openReader(start, send);
  }
}

async function openReader(start: LedgerStart, send: (message: FromWorker) => void): Promise<Role> {
  const ledger = await openForReading(start);
  const feed = createChangeFeed(() => ledger.head());
  const readable = () => Promise.resolve(ledger);
  const answering = answerCalls({
    context: {
      ...contextOf(start),
      readable,
      writable: () => Promise.reject(new Error('a reader was asked to write')),
      changes: feed.changes,
    },
    standingOf: createStandings(readable),
    send,
  });
  return {
    call: answering.start,
    cancel: answering.cancel,
    changed: feed.publish,
    close: async () => {
      await answering.stop();
      await ledger.close();
    },
  };
}

async function openWriter(start: LedgerStart, send: (message: FromWorker) => void): Promise<Role> {
  const slot = createWriterSlot(async () => {
    const ledger = await openForWriting({ ...start, onProgress: openingTeller(start.givenUp, send) });
    ledger.onChange(({ head, topics }) => send({ tell: 'changed', notice: { seq: head.seq, topics } }));
    return ledger;
  });
  // Opening once brings the file to this version and settles what a crash has left, before anybody reads it.
  // Where another process writes it, it is opened for the first command instead.
  await slot.during(slot.open).catch(unlessBusy);
  const answering = answerCalls({
    context: {
      ...contextOf(start),
      readable: slot.open,
      writable: slot.open,
      changes: () => {
        throw new Error('the writer was asked for the change feed');
      },
    },
    standingOf: createStandings(slot.open),
    send,
  });
  return {
    call: (id, call, isInternal, actsAs) => slot.during(() => answering.start(id, call, isInternal, actsAs)),
    cancel: answering.cancel,
    changed: () => undefined,
    close: async () => {
      await answering.stop();
      await slot.close();
    },
  };
}

function unlessBusy(error: unknown): void {
  if (!(error instanceof CountinghouseError && error.code === 'ledger_busy')) throw error;
}

function contextOf({ path, key }: LedgerStart): Pick<SharedContext, 'ledgerName' | 'file'> {
  return { ledgerName: basename(path), file: { path, key } };
}
