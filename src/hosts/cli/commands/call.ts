// `countinghouse call`: one procedure of the router that the screens ask, in this process.
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { openForReading, openForWriting } from '../../../app/open-ledger.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { CountinghouseError } from '../../../kernel/index.ts';
import type { LedgerFile, ReadableLedger, WritableLedger } from '../../../ledger/index.ts';
import { appRouter, PERMISSIONS, PROCEDURES, refusalShape, type RouterContext } from '../../../router/index.ts';
import { answerCall, type Call, type Outcome } from '../../worker/index.ts';
import type { LedgerOptions } from '../command.ts';
import { doorRefusalOf } from '../door-refusal.ts';
import type { Invocation } from '../terminal.ts';

interface CallOptions extends LedgerOptions {
  readonly input?: string;
}

export async function callProcedure({ terminal }: Invocation, options: CallOptions): Promise<number> {
  const [path = ''] = options.files;
  const outcome = await asked(path, options, terminal.interrupted).catch((error: unknown) => {
    // Whatever is refused on the way is told as the doors tell it.
    if (error instanceof CountinghouseError) throw doorRefusalOf(JSON.stringify(refusalShape(error, path)));
    throw error;
  });
  if (!outcome.isOk) throw doorRefusalOf(outcome.json);
  terminal.stdout.write(`${outcome.json}\n`);
  return 0;
}

async function asked(path: string, options: CallOptions, signal: AbortSignal): Promise<Outcome> {
  const type = typeOf(path);
  const input = parsed(options.input === '-' ? await text(process.stdin) : (options.input ?? ''));
  return await answer(await resolveLedger(options), { path, type, input }, signal);
}

/** Raises `bad_input` for what cannot be called here; a name that is none is left to the router, which refuses it. */
function typeOf(path: string): 'query' | 'mutation' {
  const type = PROCEDURES.get(path);
  if (type === 'subscription') {
    throw new CountinghouseError('bad_input', {
      what: `${path} is followed, not called`,
      fix: 'Follow it through the browser door',
    });
  }
  if (path.startsWith('desk.')) {
    throw new CountinghouseError('bad_input', {
      what: `${path} belongs to a running window or browser door`,
      fix: 'The command line has a command of its own for it',
    });
  }
  return type ?? 'query';
}

function parsed(json: string): unknown {
  if (json.trim() === '') return undefined;
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new CountinghouseError('bad_input', { what: 'The input of the call is not JSON', where: '--input' }, cause);
  }
}

/** The ledger is opened when the procedure asks for it, which it does once its input is found good. */
async function answer(file: LedgerFile, call: Call, signal: AbortSignal): Promise<Outcome> {
  const opened: (ReadableLedger | WritableLedger)[] = [];
  const kept = async <L extends ReadableLedger>(opening: Promise<L>): Promise<L> => {
    const ledger = await opening;
    opened.push(ledger);
    return ledger;
  };
  const open = {
    readable: once(() => kept(openForReading(file))),
    writable: once(() => kept(openForWriting({ ...file, command: `countinghouse call ${call.path}` }))),
  };
  const context: RouterContext = {
    file,
    ledgerName: basename(file.path),
    actor: 'owner',
    permissions: new Set(PERMISSIONS),
    writable: open.writable,
    readable: call.type === 'mutation' ? open.writable : open.readable,
    changes: () => {
      throw new Error('a call asked to follow changes');
    },
    progress: () => undefined,
  };
  try {
    return await answerCall({ router: appRouter, context }, call, { signal });
  } finally {
    for (const ledger of opened) await ledger.close();
  }
}

function once<R>(work: () => Promise<R>): () => Promise<R> {
  let begun: Promise<R> | null = null;
  return () => {
    begun ??= work();
    return begun;
  };
}
