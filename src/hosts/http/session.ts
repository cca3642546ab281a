// Who may come in by the browser door: the one-time link becomes a session that only its browser holds.
import { randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;

export interface Sessions {
  /** The token of the link; whoever shows it first gets the session. */
  readonly token: string;
  /** The `Set-Cookie` value for the token, once; null for a wrong or used one. */
  redeem(token: string | null): string | null;
  /** Whether the `Cookie` header holds a session of this door. */
  isOpen(cookieHeader: string | undefined): boolean;
}

/** Sessions of one door. Cookies do not know ports, so the cookie's name does. */
export function createSessions(port: number): Sessions {
  const token = randomBytes(SECRET_BYTES).toString('base64url');
  const session = randomBytes(SECRET_BYTES).toString('base64url');
  const cookie = `countinghouse-${port}`;
  let isRedeemed = false;
  return {
    token,
    redeem: (shown) => {
      if (isRedeemed || shown === null || !isSame(shown, token)) return null;
      isRedeemed = true;
      return `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isOpen: (header) =>
      (header ?? '').split(';').some((part) => {
        const [name, value] = part.trim().split('=', 2);
        return name === cookie && isSame(value ?? '', session);
      }),
  };
}

function isSame(shown: string, secret: string): boolean {
  const left = Buffer.from(shown);
  const right = Buffer.from(secret);
  return left.length === right.length && timingSafeEqual(left, right);
}
