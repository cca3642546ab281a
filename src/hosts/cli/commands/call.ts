// `countinghouse call`: one procedure of the router that the screens ask, in this process.
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { openForReading, openForWriting } from '../../../app/open-ledger.ts';
import { openPreferences } from '../../../app/preferences.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { userFolder } from '../../../app/user-folder.ts';
import { actingAs, PROGRAM } from '../../../governance/people/index.ts';
import { CountinghouseError } from '../../../kernel/index.ts';
import type { LedgerFile, ReadableLedger, WritableLedger } from '../../../ledger/index.ts';
import { appRouter, PROCEDURES, refusalShape, type RouterContext } from '../../../router/index.ts';
import { answerCall, type Call, type Outcome } from '../../worker/index.ts';
import type { LedgerOptions } from '../command.ts';
import { doorRefusalOf } from '../door-refusal.ts';
import type { Invocation } from '../terminal.ts';

interface CallOptions extends LedgerOptions {
  readonly input?: string;
  /** The member who acts; without it the one that this program acts as. */
  readonly as?: string;
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
  const file = await resolveLedger(options);
  const memberId = options.as ?? openPreferences(userFolder()).read().actors[realpathSync(file.path)] ?? null;
  return await answer({ file, memberId, call: { path, type, input }, signal });
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

interface Asked {
  readonly file: LedgerFile;
  /** Who acts; null for nobody chosen. */
  readonly memberId: string | null;
  readonly call: Call;
  readonly signal: AbortSignal;
}

/** Opens the ledger for the call alone. */
async function answer({ file, memberId, call, signal }: Asked): Promise<Outcome> {
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
  const readable = call.type === 'mutation' ? open.writable : open.readable;
  const context = async (): Promise<RouterContext> => ({
    file,
    ledgerName: basename(file.path),
    ...(PROCEDURES.has(call.path) ? await actingAs((await readable()).read, memberId) : PROGRAM),
    writable: open.writable,
    readable,
    changes: () => {
      throw new Error('a call asked to follow changes');
    },
    progress: () => undefined,
  });
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
