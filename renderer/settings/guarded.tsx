// A part of the settings that only some roles may use: for others it says why, and takes nothing.
import type { ReactNode } from 'react';
import { type Permission, useRefusedPermission } from '../core/acting.ts';
import { Note } from './note.tsx';
import styles from './settings.module.css';

interface GuardedProps {
  readonly permission: Permission;
  readonly children: ReactNode;
}

export function Guarded({ permission, children }: GuardedProps) {
  const refused = useRefusedPermission(permission);
  return (
    <fieldset className={styles.guarded} disabled={refused !== null}>
      {refused !== null && (
        <Note>
          <p>{refused}.</p>
        </Note>
      )}
      {children}
    </fieldset>
  );
}
