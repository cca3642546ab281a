// A member's name, e-mail and role: of a new one, or of one there is.
import { useMemo } from 'react';
import { type Role, ROLE_WORDS } from '../core/acting.ts';
import { Dialog } from '../frame/dialogs/dialog.tsx';
import { SelectField, TextField } from '../parts/form/fields.tsx';
import { Form } from '../parts/form/form.tsx';
import { useCoreForm } from '../parts/form/use-core-form.ts';
import { addMember, changeMember, type Member, memberName, refreshPeople } from './people-commands.ts';

interface MemberDialogProps {
  /** Null for a new one. */
  readonly member: Member | null;
  /** Nobody was added before: the first has to be an admin. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
}

interface MemberValues extends Record<string, unknown> {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const ROLE_OPTIONS = Object.entries(ROLE_WORDS).map(([value, name]) => ({ value, name }));

export function MemberDialog({ member, isFirst, onClose }: MemberDialogProps) {
  const stored = useMemo(
    (): MemberValues => ({
      name: member?.name ?? '',
      email: member?.email ?? '',
      role: member?.role ?? (isFirst ? 'admin' : 'analyst'),
    }),
    [member, isFirst],
  );
  const form = useCoreForm({
    stored,
    revision: member?.revision,
    save: (values) => (member === null ? addMember(values, isFirst) : changeMember(member, values)),
    reload: async () => {
      await refreshPeople();
      onClose();
    },
  });
  return (
    <Dialog title={member === null ? 'Add a member' : `Edit ${memberName(member)}`} width={440} onClose={onClose}>
      <Form
        of={form}
        submitLabel={member === null ? 'Add' : 'Save'}
        isAlwaysSendable={member === null}
        onSaved={onClose}
      >
        <TextField of={form} name="name" label="Name" />
        <TextField of={form} name="email" label="E-mail" inputMode="email" />
        <SelectField
          of={form}
          name="role"
          label="Role"
          options={ROLE_OPTIONS}
          help={
            isFirst
              ? 'The first member is an admin: add yourself, since this program acts as the first one.'
              : undefined
          }
        />
      </Form>
    </Dialog>
  );
}
