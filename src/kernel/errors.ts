// The one closed family of errors: everything a person or a door may be told is one of these codes.
// Anything else that is thrown is a defect and crashes what threw it.

/** Every code, with the exit status that the command line gives for it and the HTTP status of the doors. */
export const ERROR_CODES = {
  bad_input: { exitCode: 2, httpStatus: 400 },
  unknown_currency: { exitCode: 2, httpStatus: 400 },
  not_found: { exitCode: 2, httpStatus: 404 },
  stale_revision: { exitCode: 2, httpStatus: 409 },
  not_permitted: { exitCode: 2, httpStatus: 403 },
  not_signed_in: { exitCode: 2, httpStatus: 401 },
  wrong_key: { exitCode: 2, httpStatus: 400 },
  key_missing: { exitCode: 2, httpStatus: 400 },
  not_a_ledger: { exitCode: 2, httpStatus: 400 },
  ledger_newer: { exitCode: 2, httpStatus: 400 },
  ledger_busy: { exitCode: 2, httpStatus: 409 },
  ledger_corrupt: { exitCode: 2, httpStatus: 500 },
  file_unreadable: { exitCode: 2, httpStatus: 400 },
  file_unwritable: { exitCode: 2, httpStatus: 400 },
  disk_full: { exitCode: 2, httpStatus: 507 },
  not_known: { exitCode: 2, httpStatus: 404 },
  no_rate: { exitCode: 2, httpStatus: 409 },
  canceled: { exitCode: 1, httpStatus: 499 },
  unavailable: { exitCode: 2, httpStatus: 503 },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** What the reader of an error needs: what happened, where, and what to do about it. */
export interface ErrorParts {
  readonly what: string;
  readonly where?: string;
  readonly fix?: string;
}

/** A refusal that a person is told about; carries no secrets and has changed nothing. */
export class CountinghouseError extends Error {
  override readonly name = 'CountinghouseError';
  readonly code: ErrorCode;
  readonly what: string;
  readonly where: string | undefined;
  readonly fix: string | undefined;

  constructor(code: ErrorCode, parts: ErrorParts, cause?: unknown) {
    super(sentence(parts), cause === undefined ? undefined : { cause });
    this.code = code;
    this.what = parts.what;
    this.where = parts.where;
    this.fix = parts.fix;
  }

  get exitCode(): number {
    return ERROR_CODES[this.code].exitCode;
  }
}

/** Raises a defect: a state that the program's own logic rules out. Never used for input. */
export function assert(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${claim}`);
}

/** The value, or a defect when it is absent; for look-ups that the program's own logic guarantees. */
export function known<T>(value: T | null | undefined, claim: string): T {
  assert(value !== null && value !== undefined, claim);
  return value;
}

function sentence({ what, where, fix }: ErrorParts): string {
  const place = where === undefined ? '' : ` (${where})`;
  return fix === undefined ? `${what}${place}` : `${what}${place}. ${fix}`;
}
