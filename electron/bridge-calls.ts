// The main process's end of the bridge: checks who calls, with what and how much, and hands it to the desk.
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { DeskHost } from '../src/hosts/desk/index.ts';
import { CountinghouseError } from '../src/kernel/index.ts';
import { type BridgeOutcome, CALLS_LIMIT, CHANNELS, type HandInOutcome } from './bridge.ts';
import { refusedCall } from './bridge-refusals.ts';
import { readCall, readCallId, readFilePath } from './call-payload.ts';
import { type RunningCalls, runningCalls } from './running-calls.ts';
import { isFromOwnPage } from './senders.ts';

export interface BridgeOwner {
  readonly desk: Pick<DeskHost, 'call' | 'handIn' | 'noteProblem'>;
  /** Whether the contents are those of a window that this program opened. */
  isOwnWindow(contents: WebContents): boolean;
  /** The page takes commands from now on. */
  onListening(contents: WebContents): void;
}

/** Answers our own pages. Whatever else sends on the channels is refused and noted. To be called once. */
export function answerBridge(owner: BridgeOwner): void {
  const running = runningCalls();
  const isOwn = (event: IpcMainInvokeEvent | IpcMainEvent, channel: string): boolean => {
    const isFromUs = isFromOwnPage(event, owner.isOwnWindow);
    if (!isFromUs) owner.desk.noteProblem({ kind: 'foreign-frame', what: `A foreign frame sent on ${channel}` });
    return isFromUs;
  };
  const requireOwn = (event: IpcMainInvokeEvent, channel: string): void => {
    if (!isOwn(event, channel)) throw new Error('Countinghouse does not answer this frame');
  };

  ipcMain.handle(CHANNELS.call, (event, message: unknown): Promise<BridgeOutcome> => {
    requireOwn(event, CHANNELS.call);
    return answerCall(owner, running, event.sender, message);
  });
  ipcMain.on(CHANNELS.cancel, (event, message: unknown) => {
    if (!isOwn(event, CHANNELS.cancel)) return;
    const id = readCallId(message);
    if (id === null) noteShape(owner, CHANNELS.cancel);
    else running.cancel(event.sender, id);
  });
  ipcMain.handle(CHANNELS.handIn, (event, message: unknown): Promise<HandInOutcome> => {
    requireOwn(event, CHANNELS.handIn);
    return answerHandIn(owner, message);
  });
  ipcMain.on(CHANNELS.listening, (event) => {
    if (isOwn(event, CHANNELS.listening)) owner.onListening(event.sender);
  });
}

async function answerCall(
  owner: BridgeOwner,
  running: RunningCalls,
  sender: WebContents,
  message: unknown,
): Promise<BridgeOutcome> {
  const call = readCall(message);
  if (call === null) {
    noteShape(owner, CHANNELS.call);
    return refusedCall(
      new CountinghouseError('bad_input', { what: 'The call has another shape, or is larger than 1 MiB' }),
    );
  }
  const begun = running.begin(sender, call.id);
  if (begun === null) {
    owner.desk.noteProblem({ kind: 'too-many-calls', what: `A page ran more than ${CALLS_LIMIT} calls at once` });
    return refusedCall(
      new CountinghouseError('unavailable', {
        what: 'Too many calls run at once',
        fix: 'Wait for some of them to end',
      }),
    );
  }
  const { signal, end } = begun;
  try {
    const { path, type, input } = call;
    const onItem = (json: string): void => {
      if (!signal.aborted && !sender.isDestroyed()) sender.send(CHANNELS.item, call.id, json);
    };
    const { isOk, json } = await owner.desk.call({ path, type, input }, { signal, onItem });
    return { isOk, json };
  } finally {
    end();
  }
}

async function answerHandIn(owner: BridgeOwner, message: unknown): Promise<HandInOutcome> {
  const path = readFilePath(message);
  if (path === null) {
    noteShape(owner, CHANNELS.handIn);
    return { isOk: false, what: 'What was dropped is not a file on this computer' };
  }
  try {
    return { isOk: true, file: await owner.desk.handIn(path) };
  } catch (error) {
    if (error instanceof CountinghouseError) return { isOk: false, what: error.message };
    throw error;
  }
}

function noteShape({ desk }: BridgeOwner, channel: string): void {
  desk.noteProblem({ kind: 'bridge-payload', what: `A page sent what ${channel} does not take` });
}
