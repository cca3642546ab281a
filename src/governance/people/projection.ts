// Member facts → rows.
import type { Fact, Projection, ProjectionContext } from '../../ledger/index.ts';
import { memberAdded, memberChanged, memberErased, memberFactKinds, memberRemoved } from './facts.ts';
import type { MemberPersonal, MemberStanding } from './facts.ts';
import { type MemberRow, membersTable } from './tables.ts';

export const peopleProjection: Projection = {
  name: 'governance/people',
  version: 1,
  tables: [membersTable],
  kinds: memberFactKinds.map(({ kind }) => kind),
  apply,
};

async function apply(facts: readonly Fact[], { write }: ProjectionContext): Promise<void> {
  for (const fact of facts) {
    const before = await write.selectFrom('members').selectAll().where('id', '=', fact.subject).executeTakeFirst();
    await write.upsertRows(membersTable, [rowAfter(fact, before)]);
  }
}

function rowAfter(fact: Fact, before: MemberRow | undefined): MemberRow {
  const { role } = fact.payload as Partial<MemberStanding>;
  // Null where the person was erased since: a replay finds no more than that.
  const personal = fact.personal as MemberPersonal | null;
  const hasPersonal = fact.kind === memberAdded.kind || fact.kind === memberChanged.kind;
  return {
    id: fact.subject,
    name: hasPersonal ? (personal?.name ?? null) : fact.kind === memberErased.kind ? null : (before?.name ?? null),
    email: hasPersonal ? (personal?.email ?? null) : fact.kind === memberErased.kind ? null : (before?.email ?? null),
    role: role ?? before?.role ?? 'analyst',
    added_at: fact.kind === memberAdded.kind ? fact.effectiveAt : (before?.added_at ?? fact.effectiveAt),
    is_removed: fact.kind === memberRemoved.kind ? 1 : hasPersonal ? 0 : (before?.is_removed ?? 0),
    is_erased: fact.kind === memberErased.kind ? 1 : (before?.is_erased ?? 0),
    changed_by: fact.actor,
    changed_at: fact.recordedAt,
    fact_seq: fact.seq,
  };
}
