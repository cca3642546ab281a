// What each role may do, as a table of words.
import { type Permission, ROLE_WORDS } from '../core/acting.ts';
import type { RouterOutputs } from '../core/outputs.ts';
import { type Column, LedgerTable } from '../parts/ledger-table.tsx';
import styles from './settings.module.css';

type Roles = RouterOutputs['settings']['people']['roles'];

const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  'figures.read': 'Read figures',
  'customers.read': 'Read customers',
  'stripe.read': 'Read Stripe objects',
  'stripe.import': 'Import from Stripe',
  'rates.import': 'Import exchange rates',
  'reports.export': 'Export reports',
  'settings.change': 'Change settings',
  'people.change': 'Change people',
  'ledger.backup': 'Back up the ledger',
};

interface Row {
  readonly permission: string;
  readonly word: string;
}

const ROWS: readonly Row[] = Object.entries(PERMISSION_WORDS).map(([permission, word]) => ({ permission, word }));

export function RolesTable({ roles }: { readonly roles: Roles }) {
  const columns: readonly Column<Row>[] = [
    { key: 'permission', header: 'Permission', cell: ({ word }) => word, width: '220px', isRowHeader: true },
    ...roles.map(({ role, permissions }) => ({
      key: role,
      header: ROLE_WORDS[role],
      width: '140px',
      cell: ({ permission }: Row) =>
        permissions.some((held) => held === permission) ? 'Yes' : <span className={styles.no}>No</span>,
    })),
  ];
  return (
    <div className={styles.wide}>
      <LedgerTable
        caption="Permissions of each role"
        columns={columns}
        rows={ROWS}
        keyOf={({ permission }) => permission}
        minWidth="640px"
      />
    </div>
  );
}
