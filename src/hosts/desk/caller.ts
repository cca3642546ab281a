// Calls of a door: the desk's own procedures are answered here, all others by the core of the open ledger.
import { CountinghouseError } from '../../kernel/index.ts';
import { type Desk, deskDoorRouter } from '../../router/index.ts';
import type { ProblemLog } from '../../app/problem-log.ts';
import { answerCall, type Call, type Outcome, refusedOutcome } from '../worker/index.ts';
import type { DeskHost } from './host.ts';
import { type LedgerPlace, noLedger } from './open-ledger.ts';

const DEFECT_STATUS = 500;

export interface CallerOptions {
  readonly desk: Desk;
  readonly place: LedgerPlace;
  readonly problems: ProblemLog;
  /** The first ledger is open, or could not be opened. */
  readonly ready: Promise<void>;
}

export function createCaller({ desk, place, problems, ready }: CallerOptions): DeskHost['call'] {
  const route = async (call: Call, options: Parameters<DeskHost['call']>[1] = {}): Promise<Outcome> => {
    if (belongsTo(call, 'internal')) {
      return refusedOutcome(new CountinghouseError('not_found', { what: 'There is no such procedure' }), call.path);
    }
    if (belongsTo(call, 'desk')) {
      return await answerCall({ router: deskDoorRouter, context: { desk } }, call, options);
    }
    const core = place.current()?.core;
    if (core === undefined) return refusedOutcome(noLedger(), call.path);
    return await core.call(call, options);
  };
  return async (call, options) => {
    await ready.catch(() => undefined);
    const outcome = await route(call, options);
    if (!outcome.isOk && outcome.httpStatus === DEFECT_STATUS) problems.note('call-failed', call.path);
    return outcome;
  };
}

function belongsTo({ path }: Call, area: string): boolean {
  return path === area || path.startsWith(`${area}.`);
}
