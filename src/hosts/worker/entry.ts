// A worker thread of the core: readers answer queries and subscriptions and write files, the writer answers mutations.
import { parentPort, workerData } from 'node:worker_threads';
import { known } from '../../kernel/index.ts';
import type { FromWorker, ToWorker, WorkerStart } from './protocol.ts';
import { openRole, type Role } from './roles.ts';
import { refusalOf } from './refusals.ts';

const start: WorkerStart = workerData;
const port = known(parentPort, 'this file runs as a worker thread');
const send = (message: FromWorker): void => port.postMessage(message);
let role: Role | null = null;

port.on('message', (message: ToWorker) => void obey(message));

async function obey(message: ToWorker): Promise<void> {
  switch (message.tell) {
    case 'open':
      return await open();
    case 'call':
      return await role?.call(message.id, message.call, message.isInternal, message.actsAs);
    case 'cancel':
      return role?.cancel(message.id);
    case 'changed':
      return role?.changed(message.notice);
    case 'close':
      await role?.close();
      port.close();
  }
}

async function open(): Promise<void> {
  try {
    role = await openRole(start, send);
    send({ tell: 'opened' });
  } catch (error) {
    send({ tell: 'refused', refusal: refusalOf(error) });
  }
}
