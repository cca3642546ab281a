// Calls of a door: the desk's own procedures are answered here, all others by the core of the open ledger.
import { CountinghouseError } from '../../kernel/index.ts';
import { type Desk, deskDoorRouter } from '../../router/index.ts';
import { answerCall, type Call, type Outcome, refusedOutcome } from '../worker/index.ts';
import type { DeskHost } from './host.ts';
import { noLedger } from './open-ledger.ts';
import type { DeskParts } from './parts.ts';

const DEFECT_STATUS = 500;
const NOT_PERMITTED_STATUS = 403;

export interface CallerOptions {
  readonly desk: Desk;
  readonly parts: Pick<DeskParts, 'place' | 'problems' | 'openings'>;
  /** The first ledger is open, or could not be opened, or will not be for a while. */
  readonly answering: Promise<void>;
}

export function createCaller({ desk, parts, answering }: CallerOptions): DeskHost['call'] {
  const { place, problems, openings } = parts;
  const route = async (call: Call, options: Parameters<DeskHost['call']>[1] = {}): Promise<Outcome> => {
    if (belongsTo(call, 'internal')) {
      return refusedOutcome(new CountinghouseError('not_found', { what: 'There is no such procedure' }), call.path);
    }
    if (belongsTo(call, 'desk')) {
      return await answerCall({ router: deskDoorRouter, context: { desk } }, call, options);
    }
    const core = place.current()?.core;
    if (core === undefined) return refusedOutcome(openings.current() === null ? noLedger() : opening(), call.path);
    return await core.call(call, options);
  };
  /** The people may be others than the desk knows of: by this call, or by another program before it. */
  const havePeopleChanged = ({ path, type }: Call, outcome: Outcome): boolean =>
    outcome.isOk ? type === 'mutation' && path.startsWith('settings.') : outcome.httpStatus === NOT_PERMITTED_STATUS;
  return async (call, options) => {
    await answering.catch(() => undefined);
    const outcome = await route(call, options);
    if (!outcome.isOk && outcome.httpStatus === DEFECT_STATUS) problems.note('call-failed', call.path);
    if (!outcome.isOk && outcome.httpStatus === NOT_PERMITTED_STATUS) problems.note('not-permitted', call.path);
    if (havePeopleChanged(call, outcome)) await place.refreshActing().catch(() => undefined);
    return outcome;
  };
}

function opening(): CountinghouseError {
  return new CountinghouseError('unavailable', {
    what: 'The ledger is being brought up to date',
    fix: 'Ask again when it is open; desk.status says when that is',
  });
}

function belongsTo({ path }: Call, area: string): boolean {
  return path === area || path.startsWith(`${area}.`);
}
