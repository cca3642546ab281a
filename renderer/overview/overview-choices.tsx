// The choices of the overview: how many months, and the currency that figures are shown in.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import { Choice } from '../parts/choice.tsx';
import choiceStyles from '../parts/choice.module.css';
import { DEFAULT_PERIOD, kept, PERIODS } from '../selection.ts';
import { useSelect, useSelection } from '../use-selection.ts';

const LENGTHS = PERIODS.map((months) => ({ value: String(months), name: `${months} months` }));

interface OverviewChoicesProps {
  /** The month whose billing currencies are offered. */
  readonly month: string;
}

export function OverviewChoices({ month }: OverviewChoicesProps) {
  const selection = useSelection();
  const select = useSelect();
  const choosePeriod = (value: string) => {
    const months = PERIODS.find((length) => String(length) === value);
    select(kept({ ...selection, months: months === DEFAULT_PERIOD ? undefined : months }));
  };
  return (
    <>
      <CurrencyChoice month={month} />
      <Choice
        legend="Period"
        options={LENGTHS}
        value={String(selection.months ?? DEFAULT_PERIOD)}
        onChange={choosePeriod}
      />
    </>
  );
}

function CurrencyChoice({ month }: OverviewChoicesProps) {
  const selection = useSelection();
  const select = useSelect();
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  const { data: byCurrency } = useQuery(
    core.reports.movements.queryOptions({ from: month, to: month, groupBy: 'currency' }),
  );
  const reporting = status?.reportingCurrency ?? '';
  const billed = byCurrency?.rows.map(({ group }) => group ?? '') ?? [];
  const offered = [...new Set([reporting, selection.currency ?? reporting, ...billed])].filter((code) => code !== '');
  const choose = (code: string) => select(kept({ ...selection, currency: code === reporting ? undefined : code }));
  return (
    <label className={choiceStyles.named}>
      <span>Shown in</span>
      <select value={selection.currency ?? reporting} onChange={(event) => choose(event.currentTarget.value)}>
        {offered.map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </select>
    </label>
  );
}
