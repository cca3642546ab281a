// The chart's legend with the figures of the month pointed at, or of the last one: nothing floats over the bars.
import { monthShortText, monthText } from '../format/calendar.ts';
import { Amount } from '../parts/amount.tsx';
import styles from './chart-readout.module.css';
import type { MovementPoint } from './movement-points.ts';
import { BARS, shownNumber } from './roll-forward.ts';

interface ChartReadoutProps {
  readonly point: MovementPoint | undefined;
  readonly isCompared: boolean;
  readonly currency: string;
}

export function ChartReadout({ point, isCompared, currency }: ChartReadoutProps) {
  const row = point?.row;
  const compared = point?.compared;
  return (
    <dl className={styles.readout} aria-label="Legend">
      <div className={styles.month}>
        <dt>{row === undefined ? 'Month' : monthText(row.month)}</dt>
      </div>
      <div>
        <dt>
          <Swatch id="line" />
          Closing MRR
        </dt>
        <dd>{row !== undefined && <Amount amountMinor={row.closingMinor} currency={currency} isSymbolShown />}</dd>
      </div>
      {isCompared && (
        <div>
          <dt>
            <Swatch id="compared" />
            {compared === undefined ? 'Compared' : monthShortText(compared.month)}
          </dt>
          <dd>
            {compared !== undefined && <Amount amountMinor={compared.closingMinor} currency={currency} isSymbolShown />}
          </dd>
        </div>
      )}
      {BARS.map((bar) => (
        <div key={bar.field}>
          <dt>
            <Swatch id={bar.show} />
            {bar.name}
          </dt>
          <dd>{row !== undefined && <Amount amountMinor={shownNumber(row, bar)} currency={currency} isSigned />}</dd>
        </div>
      ))}
    </dl>
  );
}

function Swatch({ id }: { readonly id: string }) {
  return (
    <svg className={styles.swatch} width="12" height="12" aria-hidden="true">
      {id === 'line' && <path d="M0 6h12" stroke="var(--ink)" strokeWidth="2" />}
      {id === 'compared' && <path d="M0 6h12" stroke="var(--ink-quiet)" strokeWidth="2" strokeDasharray="3 2" />}
      {id !== 'line' && id !== 'compared' && <rect width="12" height="12" fill={`var(--fill-${id})`} />}
      {(id === 'reactivation' || id === 'contraction') && (
        <path d="M-2 6l8-8M0 12l12-12M6 14l8-8" stroke="var(--paper)" strokeWidth="1.5" />
      )}
    </svg>
  );
}
