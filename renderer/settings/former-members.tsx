// The members who were removed: taken back in, or erased for good after a confirmation that says what that does.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../frame/dialogs/dialog.tsx';
import { type Column, LedgerTable } from '../parts/ledger-table.tsx';
import { eraseMember, type Member, memberName, restoreMember } from './people-commands.ts';
import styles from './settings.module.css';

interface FormerMembersProps {
  readonly members: readonly Member[];
  readonly canChange: boolean;
}

export function FormerMembers({ members, canChange }: FormerMembersProps) {
  const [erased, setErased] = useState<Member | null>(null);
  if (members.length === 0) return null;
  const columns: readonly Column<Member>[] = [
    { key: 'name', header: 'Name', cell: (member) => memberName(member), isRowHeader: true },
    { key: 'email', header: 'E-mail', cell: ({ email }) => email ?? '' },
  ];
  const acts: Column<Member> = {
    key: 'acts',
    header: <span className={styles.unseen}>Commands</span>,
    width: '190px',
    cell: (member) => (
      <span className={styles.rowActs}>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => void restoreMember(member)}
          aria-label={`Take ${memberName(member)} back in`}
        >
          Take back in
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setErased(member)}
          aria-label={`Erase ${memberName(member)}`}
        >
          Erase
        </Button>
      </span>
    ),
  };
  return (
    <>
      <h3 className={styles.former}>Removed</h3>
      <div className={styles.wide}>
        <LedgerTable
          caption="Removed members"
          columns={canChange ? [...columns, acts] : columns}
          rows={members}
          keyOf={({ memberId }) => memberId}
          minWidth="600px"
        />
      </div>
      {erased !== null && <ErasureDialog member={erased} onClose={() => setErased(null)} />}
    </>
  );
}

interface ErasureDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

function ErasureDialog({ member, onClose }: ErasureDialogProps) {
  const name = memberName(member);
  return (
    <Dialog title={`Erase ${name}`} width={460} onClose={onClose}>
      <p className={styles.inDialog}>
        The name and e-mail address of {name} become unreadable in this ledger, for ever; this cannot be undone. What{' '}
        {name} did stays in the record, as done by a former member. Backups made before still hold the name.
      </p>
      <div className={styles.acts}>
        <Button size="compact-md" onClick={() => void eraseMember(member).then(onClose)}>
          Erase for ever
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          Keep
        </Button>
      </div>
    </Dialog>
  );
}
