// The customer movements behind a figure of a month; they sum to the figure.
import { useMemo } from 'react';
import { client, core } from '../core/client.ts';
import type { MovementRow } from '../core/outputs.ts';
import { usePages } from '../core/use-pages.ts';
import { countText } from '../format/amounts.ts';
import { counted, isMovementKind } from '../format/words.ts';
import { Amount } from '../parts/amount.tsx';
import { amountColumn } from '../parts/amount-column.tsx';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { FigureRows } from './figure-rows.tsx';
import { figureText } from './drill-steps.ts';
import { movementRowColumns } from './movement-row-columns.tsx';
import type { FigurePaneProps } from './pane-props.ts';
import { filtersOf, monthsAsked, signedAs } from './question.ts';

const NOUN = ['customer movement', 'customer movements'] as const;

export function MovementRows({ show, month, selection }: FigurePaneProps) {
  const kind = isMovementKind(show) ? show : undefined;
  const input = { ...monthsAsked(selection, month), ...(kind && { kind }), ...filtersOf(selection) };
  const pages = usePages(core.reports.rows.queryKey(input), (range) =>
    client.reports.rows.query({ ...input, ...range }),
  );
  const { first } = pages;
  const total = first && signedAs(show, first.totalMinor);
  const currencies = [...new Set(pages.rows.map(({ currency }) => currency))].join();
  const columns = useMemo(
    (): DataColumn<MovementRow>[] => [
      ...movementRowColumns(selection, kind === undefined, total !== undefined),
      amountColumn<MovementRow>({
        key: 'amount',
        name: 'Amount',
        currencies: currencies === '' ? [] : currencies.split(','),
        amountOf: ({ amountMinor }) => signedAs(show, amountMinor),
        currencyOf: ({ currency }) => currency,
        isSigned: true,
        totalMinor: total,
      }),
    ],
    [selection, kind, show, total, currencies],
  );
  const currency = first?.currency ?? (currencies.includes(',') ? '' : currencies);
  return (
    <FigureRows
      name={`drill-movements-${kind === undefined ? 'net' : 'kind'}`}
      caption={figureText(show, month, selection.since)}
      columns={columns}
      pages={pages}
      keyOf={(_row, index) => String(index)}
      noun={NOUN}
      exported={{ report: 'rows', input }}
      warnings={first?.warnings}
      about={`Sum of ${counted(countText(first?.total ?? 0), ...NOUN)}`}
      figure={
        total === undefined ? undefined : currency === '' ? (
          'In several currencies'
        ) : (
          <Amount amountMinor={total} currency={currency} isSymbolShown isSigned />
        )
      }
    />
  );
}
