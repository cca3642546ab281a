// The line over a table: its heading or filters, and its menus at the end.
import { type ReactNode, Suspense } from 'react';
import { laterPart } from '../../core/later-part.tsx';
import styles from './data-table.module.css';
import type { TableMenusProps } from './table-menus.tsx';

const TableMenus = laterPart(() => import('./table-menus.tsx'));

export function TableBar({ head, menus }: { readonly head: ReactNode; readonly menus: TableMenusProps }) {
  return (
    <div className={styles.bar}>
      <div className={styles.barHead}>{head}</div>
      <div className={styles.menus}>
        <Suspense>
          <TableMenus {...menus} />
        </Suspense>
      </div>
    </div>
  );
}
