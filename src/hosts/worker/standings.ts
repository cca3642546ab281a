// Who acts in a call, and what they may do: asked of the ledger, and kept until the ledger has another head.
import { type Acting, actingAs, PROGRAM } from '../../governance/people/index.ts';
import type { ReadableLedger } from '../../ledger/index.ts';
import type { ActsAs } from './protocol.ts';

export type Standing = Pick<Acting, 'actor' | 'permissions'>;

/** Finds who acts on the ledger that `open` gives. Raises what opening raises. */
export function createStandings(
  open: () => Promise<Pick<ReadableLedger, 'head' | 'read'>>,
): (actsAs: ActsAs) => Promise<Standing> {
  let knownAt = -1;
  let known = new Map<string | null, Standing>();
  return async (actsAs) => {
    if (actsAs === 'program') return PROGRAM;
    const ledger = await open();
    const { seq } = await ledger.head();
    if (seq !== knownAt) {
      knownAt = seq;
      known = new Map();
    }
    const { memberId } = actsAs;
    const standing = known.get(memberId) ?? (await actingAs(ledger.read, memberId));
    if (seq === knownAt) known.set(memberId, standing);
    return standing;
  };
}
