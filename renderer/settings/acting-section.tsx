// Settings: the member that this program acts as. There is no sign-in, and the text says so.
import { NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import { ROLE_WORDS } from '../core/acting.ts';
import { useDeskStatus } from '../core/desk-status.ts';
import { Section } from '../parts/section.tsx';
import { actAs, type Member, memberName } from './people-commands.ts';
import styles from './settings.module.css';

const ABOUT =
  'There is no sign-in yet: whoever can open the ledger can choose anybody here. Roles guard against mistakes, not against people.';

export function ActingSection({ members }: { readonly members: readonly Member[] }) {
  const desk = useDeskStatus();
  const [isChanging, setIsChanging] = useState(false);
  const id = useId();
  if (members.length === 0) return null;
  const chosen = desk?.standing === 'member' ? (desk.actor?.id ?? '') : '';
  const choose = async (memberId: string) => {
    setIsChanging(true);
    await actAs(memberId);
    setIsChanging(false);
  };
  return (
    <Section title="This program acts as" about={ABOUT}>
      <div className={styles.acting}>
        <NativeSelect
          id={id}
          aria-label="This program acts as"
          size="xs"
          value={chosen}
          disabled={isChanging}
          onChange={({ currentTarget }) => void choose(currentTarget.value)}
        >
          {chosen === '' && <option value="">Nobody: read only</option>}
          {members.map((member) => (
            <option key={member.memberId} value={member.memberId}>
              {memberName(member)}, {ROLE_WORDS[member.role]}
            </option>
          ))}
        </NativeSelect>
        <span className={styles.aside}>
          Kept on this machine, for this ledger. What is changed is noted under the name.
        </span>
      </div>
    </Section>
  );
}
