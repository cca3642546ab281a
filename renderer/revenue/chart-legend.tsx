// The chart's legend with the numbers of the month pointed at, or of the last one: nothing floats over the bars.
import { countText } from '../format/amounts.ts';
import { monthText } from '../format/calendar.ts';
import { Amount } from '../parts/amount.tsx';
import { type ChartSeries, seriesNumber, SHADED_GROUPS } from './chart-series.ts';
import styles from './chart-legend.module.css';

interface ChartLegendProps {
  readonly series: readonly ChartSeries[];
  readonly month: string | undefined;
  readonly isCount: boolean;
}

const MOST_SHOWN = SHADED_GROUPS;

export function ChartLegend({ series, month, isCount }: ChartLegendProps) {
  const rest = series.length - MOST_SHOWN;
  return (
    <dl className={styles.legend} aria-label="Legend">
      <div className={styles.month}>
        <dt>{month === undefined ? 'Month' : monthText(month)}</dt>
        {rest > 0 && <dd>The {MOST_SHOWN} largest named</dd>}
      </div>
      {series.slice(0, MOST_SHOWN).map((one) => {
        const number = month === undefined ? undefined : seriesNumber(one, month);
        return (
          <div key={one.key}>
            <dt title={one.name}>
              <svg width="10" height="10" aria-hidden="true">
                <rect width="10" height="10" fill={one.fill} />
              </svg>
              <span>{one.name}</span>
            </dt>
            <dd>
              {number !== undefined &&
                (isCount ? countText(number ?? 0) : <Amount amountMinor={number} currency={one.block.currency} />)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
