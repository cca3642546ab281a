// The kinds of fact there are: checked when facts come in, lifted to their current version when they are read.
import { z } from 'zod';
import { assert, CountinghouseError } from '../../kernel/index.ts';
import { defineFactKind, type FactKind, type NewFact } from '../fact.ts';

/** Each step that settles a run ends with one of these. */
export const batchSettled = defineFactKind({
  kind: 'ledger.batch_settled',
  version: 1,
  schema: z.object({ batch: z.number().int() }),
});

/** The kinds that an application knows, and the ledger's own. */
export class FactKinds {
  readonly #byName: ReadonlyMap<string, FactKind<unknown>>;

  constructor(kinds: readonly FactKind<unknown>[]) {
    this.#byName = new Map([...kinds, batchSettled as FactKind<unknown>].map((kind) => [kind.kind, kind]));
    assert(this.#byName.size === kinds.length + 1, 'no two kinds of fact have one name');
  }

  /** The current version of the fact's kind, its payload checked. Raises `bad_input` naming the field. */
  check(fact: NewFact): number {
    const kind = this.#byName.get(fact.kind);
    assert(kind !== undefined, `${fact.kind} is a kind of fact that the schema names`);
    const result = kind.schema.safeParse(fact.payload);
    if (result.success) return kind.version;
    const issue = result.error.issues[0];
    const field = issue === undefined ? '' : issue.path.map(String).join('.');
    throw new CountinghouseError('bad_input', {
      what: `${field === '' ? 'The content' : field} is not right: ${issue?.message ?? 'not accepted'}`,
      where: `${fact.kind} ${fact.subject}`,
    });
  }

  /**
   * A stored payload as its kind's current version has it. Kinds that are no longer known stay as they are.
   * Raises `ledger_newer` for a version that this program does not know yet.
   */
  lift(name: string, version: number, payload: unknown): { readonly version: number; readonly payload: unknown } {
    const kind = this.#byName.get(name);
    if (kind === undefined || kind.version === version) return { version, payload };
    if (version > kind.version) {
      throw new CountinghouseError('ledger_newer', {
        what: `The ledger holds facts ${name} of version ${version}, this program knows ${kind.version}`,
        fix: 'Update Countinghouse',
      });
    }
    let lifted = payload;
    for (let from = version; from < kind.version; from += 1) {
      const upcaster = kind.upcasters?.[from];
      assert(upcaster !== undefined, `${name} can be lifted from version ${from}`);
      lifted = upcaster(lifted);
    }
    return { version: kind.version, payload: kind.schema.parse(lifted) };
  }
}
