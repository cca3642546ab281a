// Settings: who belongs to the workspace, in which role, and what each role may do.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { core } from '../core/client.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { Section } from '../parts/section.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import { ActingSection } from './acting-section.tsx';
import { FormerMembers } from './former-members.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { MembersTable } from './members-table.tsx';
import { Note } from './note.tsx';
import type { Member } from './people-commands.ts';
import { RolesTable } from './roles-table.tsx';

export function PeopleSection() {
  const { data, error, refetch, isFetching } = useQuery(core.settings.people.queryOptions());
  const [edited, setEdited] = useState<Member | 'new' | null>(null);
  if (error !== null && data === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  const canChange = data?.acting.permissions.includes('people.change') ?? false;
  return (
    <>
      <Section
        title="People"
        about="Who works in this ledger. Names and addresses are sealed, and can be erased without touching what was done."
        choices={
          canChange && (
            <Button size="compact-sm" variant="default" onClick={() => setEdited('new')}>
              Add a member
            </Button>
          )
        }
      >
        {data === undefined ? (
          <RowsWaiting rows={3} />
        ) : data.members.length === 0 ? (
          <Note>
            <p>
              Nobody was added: this is a workspace of one, and whoever opens the ledger may do everything. Add yourself
              first, as an admin: this program then acts as you.
            </p>
          </Note>
        ) : (
          <MembersTable members={data.members} canChange={canChange} onEdit={setEdited} />
        )}
        <FormerMembers members={data?.former ?? []} canChange={canChange} />
      </Section>
      <ActingSection members={data?.members ?? []} />
      <Section title="Roles" about="What each role may do. While nobody is added, all of it is allowed.">
        {data === undefined ? <RowsWaiting rows={9} /> : <RolesTable roles={data.roles} />}
      </Section>
      {edited !== null && (
        <MemberDialog
          member={edited === 'new' ? null : edited}
          isFirst={data?.members.length === 0}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
