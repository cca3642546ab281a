// The statement with its choices, its files and its copying; a skeleton of the same size while it is read.
import { type ClipboardEvent, memo, useMemo, useState } from 'react';
import type { MovementsReport } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { isCutShort, monthText } from '../format/calendar.ts';
import { counted } from '../format/words.ts';
import type { DataExport } from '../parts/data-table/columns.ts';
import { Waiting } from '../parts/waiting.tsx';
import type { Selection } from '../selection/selection.ts';
import { RevenueChoices } from './revenue-choices.tsx';
import styles from './revenue-statement.module.css';
import { StatementMenu } from './statement-menu.tsx';
import { StatementTable } from './statement-table.tsx';
import { statementText } from './statement-text.ts';
import { columnsOf } from './statement-columns.ts';
import type { StatementLine, StatementTable as Table } from './statement-lines.ts';
import { type Statement, statementRows } from './statement.ts';
import { textOf, cellValue } from './statement-cells.ts';

interface RevenueStatementProps {
  readonly statement: Statement | undefined;
  readonly report: MovementsReport | undefined;
  /** The figures are of the question before, while the new one is answered. */
  readonly isOfBefore: boolean;
  readonly lines: readonly StatementLine[];
  readonly table: Table;
  readonly base: Selection;
  readonly input: DataExport['input'];
}

const ROW_HEIGHT = 26;
const NONE_TOGGLED: ReadonlySet<string> = new Set();

export const RevenueStatement = memo(function RevenueStatement(props: RevenueStatementProps) {
  const { statement, report, isOfBefore, lines, table, base, input } = props;
  const [toggled, setToggled] = useState(NONE_TOGGLED);
  const [said, setSaid] = useState('');
  const field = base.lines === 'all' ? undefined : base.lines;
  const rows = useMemo(
    () =>
      statement === undefined
        ? []
        : statementRows(statement, lines, { isAllOpen: base.lines === 'all', toggled, field }),
    [statement, lines, base.lines, toggled, field],
  );
  const columns = useMemo(
    () => (statement === undefined ? [] : columnsOf(statement, report?.compared ?? null, base.compare)),
    [statement, report, base.compare],
  );
  const figureLength = useMemo(
    () => (statement === undefined ? 0 : widestFigure(statement, lines)),
    [statement, lines],
  );
  const copy = (event: ClipboardEvent) => {
    if (window.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', statementText(rows, columns));
    setSaid(`Copied ${counted(countText(rows.filter(({ line }) => line !== undefined).length), 'line')}`);
  };
  const toggle = useMemo(
    () => (key: string) =>
      setToggled((keys) => {
        const next = new Set(keys);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  const first = statement?.months[0];
  const last = statement?.months.at(-1);
  const unit = table === 'mrr' ? (report?.currency ? `In ${report.currency}` : 'Each in its currency') : 'Customers';
  return (
    <section className={styles.statement} aria-label="Roll-forward" aria-busy={isOfBefore} onCopy={copy}>
      <div className={styles.bar}>
        <div className={styles.choices}>
          <RevenueChoices selection={base} table={table} lines={lines} />
        </div>
        <StatementMenu exported={{ report: 'movements', input }} />
      </div>
      {statement === undefined || first === undefined || last === undefined ? (
        <Waiting height={ROW_HEIGHT * 9} />
      ) : (
        <div className={isOfBefore ? styles.before : undefined}>
          <StatementTable
            caption={`Roll-forward of ${table === 'mrr' ? 'MRR' : 'customers'}, ${monthText(first)} to ${monthText(last)}`}
            unit={unit}
            rows={rows}
            columns={columns}
            figureLength={figureLength}
            base={base}
            unfinished={isCutShort(last, report?.dataThrough ?? null) ? last : undefined}
            onToggle={toggle}
          />
        </div>
      )}
      <p className={styles.foot} role="status">
        {said}
      </p>
    </section>
  );
});

/** Characters of the widest figure: columns are as wide as that, and stay so while groups open. */
function widestFigure({ wholes, groups }: Statement, lines: readonly StatementLine[]): number {
  let widest = 0;
  for (const block of [...wholes, ...groups]) {
    for (const line of lines) {
      const total = cellValue(block, line, { kind: 'total', key: 'total', header: '', spoken: '' });
      widest = Math.max(widest, textOf(total, line, block.currency).length);
    }
  }
  return widest;
}
