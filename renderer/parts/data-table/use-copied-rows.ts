// Copies rows to the clipboard, by the system's own copy keys and by the table's menu.
import { type ClipboardEvent, useState } from 'react';
import type { Pages } from '../../core/use-pages.ts';
import { countText } from '../../format/amounts.ts';
import { counted } from '../../format/words.ts';
import type { DataColumn } from './columns.ts';
import { tabSeparated } from './tab-separated.ts';

/** More rows than this are exported to a file instead. */
export const MOST_COPIED = 10_000;

export interface CopiedRows<Row> {
  /** What was copied, in a sentence for the line under the table; empty before anything was. */
  readonly said: string;
  /** Answers the copy keys with the rows, where no text is selected. */
  readonly onCopy: (event: ClipboardEvent, rows: readonly Row[]) => void;
  readonly copy: (rows: readonly Row[]) => void;
  readonly copyAll: () => Promise<void>;
}

/** Copying of rows as text with tabs, only the columns that are shown. */
export function useCopiedRows<Row>(
  columns: readonly DataColumn<Row>[],
  pages: Pages<Row>,
  noun: readonly [string, string],
): CopiedRows<Row> {
  const [said, setSaid] = useState('');
  const tell = (count: number) => setSaid(`Copied ${counted(countText(count), ...noun)}`);
  const copy = (rows: readonly Row[]) => {
    const isCopied = writeToClipboard(tabSeparated(columns, rows));
    if (isCopied) tell(rows.length);
    else setSaid('The clipboard could not be written to');
  };
  return {
    said,
    copy,
    copyAll: async () => copy(await pages.readAll(MOST_COPIED)),
    onCopy: (event, rows) => {
      if (rows.length === 0 || window.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', tabSeparated(columns, rows));
      tell(rows.length);
    },
  };
}

/** By the copy command, which needs no permission; the asynchronous clipboard does, and pages have none. */
function writeToClipboard(text: string): boolean {
  let isWritten = false;
  const write = (event: globalThis.ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    isWritten = true;
  };
  document.addEventListener('copy', write, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', write, { capture: true });
  return isWritten;
}
