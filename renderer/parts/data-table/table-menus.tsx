// A table's menus: which columns it shows, copying, and the files that can be made of it.
import { Menu } from '@mantine/core';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import type { ReactNode } from 'react';
import { tellRefusal } from '../../core/toasts.ts';
import { countText } from '../../format/amounts.ts';
import { counted } from '../../format/words.ts';
import { shell } from '../../shell/shell.ts';
import type { DataExport } from './columns.ts';
import styles from './data-table.module.css';
import type { ChosenColumns } from './use-columns.ts';
import { MOST_COPIED } from './use-copied-rows.ts';

const FORMATS = [
  { format: 'csv', name: 'CSV' },
  { format: 'xlsx', name: 'Excel (XLSX)' },
  { format: 'json', name: 'JSON' },
] as const;

export interface TableMenusProps {
  readonly caption: string;
  readonly columns: Omit<ChosenColumns<never>, 'shown'>;
  readonly total: number;
  readonly noun: readonly [one: string, many: string];
  readonly selected: number;
  readonly onCopyAll: () => Promise<void>;
  readonly onCopySelected: () => void;
  readonly exported: DataExport | undefined;
}

export default function TableMenus(props: TableMenusProps) {
  const { caption, columns, total, noun, selected, onCopyAll, onCopySelected, exported } = props;
  const save = (asked: DataExport, format: (typeof FORMATS)[number]['format']) =>
    void shell.exportReport({ ...asked, format }).catch(tellRefusal);
  return (
    <>
      {columns.choices.length > 0 && (
        <TableMenu name="Columns" of={caption} isKeptOpen>
          {columns.choices.map(({ key, header, isShown }) => (
            <Menu.CheckboxItem key={key} checked={isShown} onChange={() => columns.toggle(key)}>
              {header}
            </Menu.CheckboxItem>
          ))}
          <Menu.Divider />
          <Menu.Item disabled={!columns.isChosen} onClick={columns.reset}>
            As at first
          </Menu.Item>
        </TableMenu>
      )}
      <TableMenu name="Copy" of={caption}>
        <Menu.Item disabled={total === 0} onClick={() => void onCopyAll().catch(tellRefusal)}>
          {total > MOST_COPIED
            ? `The first ${countText(MOST_COPIED)} of ${counted(countText(total), ...noun)}`
            : `All ${counted(countText(total), ...noun)}`}
        </Menu.Item>
        <Menu.Item disabled={selected === 0} onClick={onCopySelected}>
          {selected === 0 ? 'Selected rows (space selects)' : `${counted(countText(selected), 'selected row')}`}
        </Menu.Item>
      </TableMenu>
      {exported !== undefined && (
        <TableMenu name="Export" of={caption}>
          {FORMATS.map(({ format, name }) => (
            <Menu.Item key={format} onClick={() => save(exported, format)}>
              {name}
            </Menu.Item>
          ))}
        </TableMenu>
      )}
    </>
  );
}

interface TableMenuProps {
  readonly name: string;
  readonly of: string;
  readonly isKeptOpen?: boolean;
  readonly children: ReactNode;
}

function TableMenu({ name, of, isKeptOpen = false, children }: TableMenuProps) {
  return (
    <Menu
      position="bottom-end"
      offset={4}
      closeOnItemClick={!isKeptOpen}
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={styles.menu} aria-label={`${name}: ${of}`}>
          {name}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown ?? ''}>{children}</Menu.Dropdown>
    </Menu>
  );
}
