// The members, each with what can be done about them.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ROLE_WORDS } from '../core/acting.ts';
import { core } from '../core/client.ts';
import { instantDayText } from '../format/calendar.ts';
import { type Column, DAY_WIDTH, LedgerTable } from '../parts/ledger-table.tsx';
import { type Member, memberName, removeMember } from './people-commands.ts';
import styles from './settings.module.css';

interface MembersTableProps {
  readonly members: readonly Member[];
  readonly canChange: boolean;
  readonly onEdit: (member: Member) => void;
}

export function MembersTable({ members, canChange, onEdit }: MembersTableProps) {
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  const zone = status?.timeZone ?? 'UTC';
  const columns: readonly Column<Member>[] = [
    { key: 'name', header: 'Name', cell: (member) => memberName(member), isRowHeader: true },
    { key: 'email', header: 'E-mail', cell: ({ email }) => email ?? '' },
    { key: 'role', header: 'Role', cell: ({ role }) => ROLE_WORDS[role], width: '140px' },
    { key: 'added', header: 'Added', cell: ({ addedAt }) => instantDayText(addedAt, zone), width: DAY_WIDTH },
  ];
  const acts: Column<Member> = {
    key: 'acts',
    header: <span className={styles.unseen}>Commands</span>,
    width: '150px',
    cell: (member) => (
      <span className={styles.rowActs}>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => onEdit(member)}
          aria-label={`Edit ${memberName(member)}`}
        >
          Edit
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => void removeMember(member)}
          aria-label={`Remove ${memberName(member)}`}
        >
          Remove
        </Button>
      </span>
    ),
  };
  return (
    <div className={styles.wide}>
      <LedgerTable
        caption="Members"
        columns={canChange ? [...columns, acts] : columns}
        rows={members}
        keyOf={({ memberId }) => memberId}
        minWidth="600px"
      />
    </div>
  );
}
