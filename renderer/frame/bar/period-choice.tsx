// The choice of the period: a length, the year so far, everything, or from month to month.
import { useId, useState } from 'react';
import { isMonth } from '../../format/calendar.ts';
import { DEFAULT_PRESET, type Preset } from '../../selection/period.ts';
import { kept, withoutDrill } from '../../selection/selection.ts';
import { useSelect, useSelection } from '../../selection/use-selection.ts';
import { useView } from '../../selection/use-view.ts';
import styles from './bar.module.css';
import { NamedSelect } from './named-select.tsx';

const PERIODS: readonly { readonly value: Preset | 'months'; readonly name: string }[] = [
  { value: '12m', name: '12 months' },
  { value: '24m', name: '24 months' },
  { value: '36m', name: '36 months' },
  { value: 'ytd', name: 'Year to date' },
  { value: 'all', name: 'All' },
  { value: 'months', name: 'Months…' },
];

export function PeriodChoice() {
  const selection = useSelection();
  const select = useSelect();
  const { period, from, to } = useView();
  const choose = (chosen: Preset | 'months') => {
    const { period: _period, from: _from, to: _to, ...rest } = withoutDrill(selection);
    if (chosen === 'months') select(kept({ ...rest, from: from ?? to, to }));
    else select(kept({ ...rest, period: chosen === DEFAULT_PRESET ? undefined : chosen }));
  };
  const chooseMonths = (first: string, last: string) => {
    const { period: _period, ...rest } = withoutDrill(selection);
    select({ ...rest, from: first, to: last });
  };
  return (
    <>
      <NamedSelect name="Period" options={PERIODS} value={period} onChoose={choose} />
      {period === 'months' && from !== undefined && to !== undefined && (
        <MonthFields key={`${from} ${to}`} from={from} to={to} onChoose={chooseMonths} />
      )}
    </>
  );
}

interface MonthFieldsProps {
  readonly from: string;
  readonly to: string;
  readonly onChoose: (from: string, to: string) => void;
}

/** Two months; a choice counts once both are months and in order. */
function MonthFields({ from, to, onChoose }: MonthFieldsProps) {
  const id = useId();
  const [typed, setTyped] = useState({ from, to });
  const isValid = isMonth(typed.from) && isMonth(typed.to) && typed.from <= typed.to;
  const type = (months: typeof typed) => {
    setTyped(months);
    const isNew = months.from !== from || months.to !== to;
    if (isNew && isMonth(months.from) && isMonth(months.to) && months.from <= months.to) {
      onChoose(months.from, months.to);
    }
  };
  return (
    <span className={styles.named}>
      {(['from', 'to'] as const).map((end) => (
        <span key={end} className={styles.named}>
          <label htmlFor={`${id}${end}`}>{end}</label>
          <input
            id={`${id}${end}`}
            type="month"
            value={typed[end]}
            placeholder="YYYY-MM"
            aria-invalid={!isValid}
            onChange={({ currentTarget }) => type({ ...typed, [end]: currentTarget.value })}
          />
        </span>
      ))}
    </span>
  );
}
