// Refusals that the bridge itself gives, in the shape in which the core gives its own.
import { type CountinghouseError, ERROR_CODES } from '../src/kernel/index.ts';
import type { BridgeOutcome } from './bridge.ts';

/** The outcome of a call that was refused before the core saw it. */
export function refusedCall({ code, what, where, fix }: CountinghouseError): BridgeOutcome {
  const { httpStatus } = ERROR_CODES[code];
  const data = { code, what, where: where ?? null, fix: fix ?? null, httpStatus, path: null };
  return { isOk: false, json: JSON.stringify({ message: what, code: -32_600, data }) };
}
