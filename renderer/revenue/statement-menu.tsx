// Copying the statement, and the files that the core makes of the same question.
import { Menu } from '@mantine/core';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import { tellRefusal } from '../core/toasts.ts';
import type { DataExport } from '../parts/data-table/columns.ts';
import { shell } from '../shell/shell.ts';
import styles from './revenue-statement.module.css';

const FORMATS = [
  { format: 'csv', name: 'CSV' },
  { format: 'xlsx', name: 'Excel (XLSX)' },
  { format: 'json', name: 'JSON' },
] as const;

export function StatementMenu({ exported }: { readonly exported: DataExport }) {
  return (
    <div className={styles.menus}>
      <button
        type="button"
        className={styles.menu}
        title="All lines that are shown (Ctrl-C or ⌘C in the table)"
        // The copy command asks whoever stands around it what to copy.
        onClick={() => document.execCommand('copy')}
      >
        Copy
      </button>
      <Menu position="bottom-end" offset={4} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <button type="button" className={styles.menu}>
            Export
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map(({ format, name }) => (
            <Menu.Item key={format} onClick={() => void shell.exportReport({ ...exported, format }).catch(tellRefusal)}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
