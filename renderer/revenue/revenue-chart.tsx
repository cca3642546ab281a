// The chart over the statement: closing balances by group, or the movements of the whole, in one currency.
import { memo, useMemo, useState } from 'react';
import { amountText, countText, plainAmount } from '../format/amounts.ts';
import { monthShortText, monthText } from '../format/calendar.ts';
import { counted } from '../format/words.ts';
import { Amount } from '../parts/amount.tsx';
import { ChartFrame } from '../parts/chart-frame/chart-frame.tsx';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { Choice } from '../parts/choice.tsx';
import type { Selection } from '../selection/selection.ts';
import { useSelect } from '../selection/use-selection.ts';
import { type ChartKind, type ChartSeries, seriesNumber, seriesOf } from './chart-series.ts';
import { ChartLegend } from './chart-legend.tsx';
import StackedBars from './stacked-bars.tsx';
import { openedFigure, type Statement } from './statement.ts';
import type { StatementLine } from './statement-lines.ts';

const HEIGHT = 196;

interface RevenueChartProps {
  /** Undefined while it is read. */
  readonly statement: Statement | undefined;
  readonly lines: readonly StatementLine[];
  readonly base: Selection;
}

export const RevenueChart = memo(function RevenueChart({ statement, lines, base }: RevenueChartProps) {
  const select = useSelect();
  const [chosen, setChosen] = useState<string>();
  const currencies = statement?.wholes.map(({ currency }) => currency) ?? [];
  const currency = currencies.find((code) => code === chosen) ?? currencies[0] ?? '';
  const kind: ChartKind = base.chart ?? (base.by === undefined ? 'movements' : 'closing');
  const isCount = lines[0]?.isCount === true;
  const series = useMemo(
    () => (statement === undefined ? [] : seriesOf(statement, lines, { kind, currency })),
    [statement, lines, kind, currency],
  );
  const months = statement?.months;
  const closing = lines.at(-1);
  const open = (one: Pick<ChartSeries, 'block' | 'line'>, month: string) =>
    select(openedFigure(base, { ...one, month, by: base.by }));
  const whole = statement?.wholes.find((block) => block.currency === currency);
  const word = isCount ? 'customers' : 'MRR';
  const title = kind === 'movements' ? `${isCount ? 'Customer' : 'MRR'} movements` : `Closing ${word}`;
  return (
    <ChartFrame
      name="revenue"
      title={isCount || currency === '' ? title : `${title}, ${currency}`}
      description={`${title} by month${kind === 'closing' && base.by ? `, stacked by ${base.by}` : ''}: ${counted(countText(series.length), 'series', 'series')}.`}
      rows={months}
      keyOf={(month) => month}
      columns={columnsFor(series, isCount)}
      spoken={(month) => spokenMonth(series, month, isCount)}
      onOpen={(month) => whole && closing && open({ block: whole, line: closing }, month)}
      fileName={`revenue-${kind}`}
      height={HEIGHT}
      legend={(month) => <ChartLegend series={series} month={month} isCount={isCount} />}
      choices={
        <>
          {currencies.length > 1 && (
            <Choice
              legend="Currency of the chart"
              options={currencies.map((code) => ({ value: code, name: code }))}
              value={currency}
              onChange={setChosen}
            />
          )}
          <Choice
            legend="Chart of"
            options={[
              { value: 'closing', name: 'Closing' },
              { value: 'movements', name: 'Movements' },
            ]}
            value={kind}
            onChange={(value) => select({ ...base, chart: value })}
          />
        </>
      }
    >
      {(reading) => (
        <StackedBars
          series={series}
          months={months ?? []}
          currency={currency}
          isCount={isCount}
          height={HEIGHT}
          reading={reading}
          onOpen={open}
        />
      )}
    </ChartFrame>
  );
});

function columnsFor(series: readonly ChartSeries[], isCount: boolean): DataColumn<string>[] {
  const month: DataColumn<string> = {
    key: 'month',
    header: 'Month',
    isRowHeader: true,
    width: '92px',
    cell: monthShortText,
    text: (of) => of,
  };
  const numbers = series.map((one): DataColumn<string> => {
    const { currency } = one.block;
    const numberOf = (of: string) => seriesNumber(one, of) ?? null;
    return {
      key: one.key,
      header: one.name,
      isNumeric: true,
      cell: (of) =>
        isCount ? countText(numberOf(of) ?? 0) : <Amount amountMinor={numberOf(of)} currency={currency} />,
      text: (of) => {
        const number = numberOf(of);
        if (number === null) return '';
        return isCount ? String(number) : plainAmount(number, currency);
      },
    };
  });
  return [month, ...numbers];
}

function spokenMonth(series: readonly ChartSeries[], month: string, isCount: boolean): string {
  const numbers = series.map((one) => {
    const number = seriesNumber(one, month) ?? 0;
    return `${one.name} ${isCount ? countText(number) : amountText(number, one.block.currency)}`;
  });
  return `${monthText(month)}: ${numbers.join(', ')}`;
}
