// The customers behind a balance or a count at the end of a month.
import { useMemo } from 'react';
import { client, core } from '../core/client.ts';
import type { CustomerRow } from '../core/outputs.ts';
import { usePages } from '../core/use-pages.ts';
import { countText } from '../format/amounts.ts';
import { counted } from '../format/words.ts';
import { Amount } from '../parts/amount.tsx';
import { amountColumn } from '../parts/amount-column.tsx';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { customerRowColumns } from './customer-row-columns.tsx';
import { figureText } from './drill-steps.ts';
import { FigureRows } from './figure-rows.tsx';
import type { FigurePaneProps } from './pane-props.ts';
import { filtersOf, monthsAsked } from './question.ts';
import { useBalance } from './use-balance.ts';

/** Counts of customers with a movement; other figures are balances, and of everybody who has one. */
const COUNTED = [
  'customers_new',
  'customers_reactivated',
  'customers_churned',
  'customers_transferred_in',
  'customers_transferred_out',
] as const;
const NOUN = ['customer', 'customers'] as const;

export function CustomerRows({ show, month, selection }: FigurePaneProps) {
  const kind = COUNTED.find((of) => of === show);
  const input = { ...monthsAsked(selection, month), ...(kind && { kind }), ...filtersOf(selection) };
  const pages = usePages(core.reports.customers.queryKey(input), (range) =>
    client.reports.customers.query({ ...input, ...range }),
  );
  const { first } = pages;
  const isCount = show.startsWith('customers');
  const balance = useBalance(show, month, selection);
  const total = isCount ? undefined : balance?.amountMinor;
  const currencies = [...new Set(pages.rows.map(({ currency }) => currency))].join();
  const columns = useMemo(
    (): DataColumn<CustomerRow>[] => [
      ...customerRowColumns(selection, { hasTotal: total !== undefined, isCountedIn: selection.since !== undefined }),
      amountColumn<CustomerRow>({
        key: 'amount',
        name: show === 'arr' ? 'ARR' : 'MRR',
        currencies: currencies === '' ? [] : currencies.split(','),
        amountOf: (row) => (show === 'arr' ? row.arrMinor : row.mrrMinor),
        currencyOf: ({ currency }) => currency,
        totalMinor: total,
      }),
    ],
    [selection, show, total, currencies],
  );
  return (
    <FigureRows
      name="drill-customers"
      caption={figureText(show, month, selection.since)}
      columns={columns}
      pages={pages}
      keyOf={({ customerId, currency, countedIn }) => `${customerId} ${currency} ${countedIn ?? ''}`}
      noun={NOUN}
      exported={{ report: 'customers', input }}
      warnings={first?.warnings}
      about={isCount ? 'Each of them below' : `Sum of ${counted(countText(first?.total ?? 0), ...NOUN)}`}
      figure={
        isCount
          ? first && <data value={first.total}>{countText(first.total)}</data>
          : balance && <Amount amountMinor={balance.amountMinor} currency={balance.currency} isSymbolShown />
      }
    />
  );
}
