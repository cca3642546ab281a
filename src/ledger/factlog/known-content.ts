// Tells facts that are new from those whose subject already has their content.
import type { Engine } from '../dialects/engine.ts';
import type { NewFact } from '../fact.ts';
import { digestKey, digestOf, storedDigest } from './digest.ts';
import type { PersonKeys } from './person-keys.ts';

/** A fact that is not known yet. */
export interface Fresh {
  readonly fact: NewFact;
  readonly payloadText: string;
  /** Null for facts that are appended whatever their content. */
  readonly digest: string | null;
  /** Whether its person was erased, so that its personal fields are dropped. */
  readonly isErased: boolean;
}

/** The facts that are neither in the log nor twice among themselves; the keys of their persons are loaded. */
export async function freshAmong(
  engine: Engine,
  keys: PersonKeys,
  salt: string,
  facts: readonly NewFact[],
): Promise<Fresh[]> {
  const digests = facts.map((fact) => digestFor(fact, isErased(keys, fact), salt));
  const subjects = new Set<string>();
  for (const [index, digest] of digests.entries()) if (digest !== null) subjects.add(facts[index]?.subject ?? '');
  const known = await knownDigests(engine, [...subjects]);
  const fresh: Fresh[] = [];
  for (const [index, fact] of facts.entries()) {
    const digest = digests[index] ?? null;
    if (digest !== null) {
      const key = digestKey(fact.subject, digest);
      if (known.has(key)) continue;
      known.add(key);
    }
    fresh.push({ fact, payloadText: payloadTextOf(fact), digest, isErased: isErased(keys, fact) });
  }
  return fresh;
}

/** The digest that recognizes a fact of an erased person: of its payload alone. */
export function digestWithoutPerson(salt: string, kind: string, payloadText: string): string {
  return digestOf(salt, kind, payloadText);
}

function digestFor(fact: NewFact, isOfErased: boolean, salt: string): string | null {
  if (fact.content === undefined) return null;
  if (isOfErased) return digestWithoutPerson(salt, fact.kind, payloadTextOf(fact));
  return digestOf(salt, fact.kind, fact.content);
}

function isErased(keys: PersonKeys, { person }: NewFact): boolean {
  return person !== undefined && keys.of(person) === null;
}

function payloadTextOf({ payloadText, payload }: NewFact): string {
  return payloadText ?? JSON.stringify(payload);
}

async function knownDigests({ dialect, session }: Engine, subjects: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  if (subjects.length === 0) return known;
  const { condition, parameter } = dialect.among('subject', subjects);
  const { rows } = await session.query<{ subject: string; digest: Uint8Array | null }>(
    `select subject, digest from facts where ${condition}`,
    [parameter],
  );
  for (const { subject, digest } of rows) if (digest !== null) known.add(digestKey(subject, storedDigest(digest)));
  return known;
}
