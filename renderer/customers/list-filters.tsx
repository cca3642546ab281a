// The filters over the list of customers, each choice with how many customers it has.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import { countText } from '../format/amounts.ts';
import choiceStyles from '../parts/choice.module.css';
import { kept, type Selection, withoutDrill } from '../selection/selection.ts';
import { useSelect } from '../selection/use-selection.ts';
import styles from './customers.module.css';
import { statusText } from './list-columns.tsx';
import { isNarrowed, NO_COUNTRY, STATUSES, statusesOf, widened, withStatus } from './list-question.ts';

export function ListFilters({ selection }: { readonly selection: Selection }) {
  const select = useSelect();
  const { data: facets } = useQuery(core.customers.facets.queryOptions());
  const base = withoutDrill(selection);
  return (
    <div className={styles.filters}>
      <Facet
        name="Plan"
        value={selection.plan}
        choices={facets?.plans.map(({ planId, plan, customers }) => ({ value: planId, name: plan, customers }))}
        onChoose={(plan) => select(kept({ ...base, plan }))}
      />
      <Facet
        name="Country"
        value={selection.country}
        choices={facets?.countries.map(({ country, customers }) => ({
          value: country === '' ? NO_COUNTRY : country,
          name: country === '' ? 'Unknown' : country,
          customers,
        }))}
        onChoose={(country) => select(kept({ ...base, country }))}
      />
      <Facet
        name="Billed in"
        value={selection.billing}
        choices={facets?.billingCurrencies.map(({ currency, customers }) => ({
          value: currency,
          name: currency,
          customers,
        }))}
        onChoose={(billing) => select(kept({ ...base, billing }))}
      />
      <button
        type="button"
        className={styles.clear}
        disabled={!isNarrowed(selection)}
        onClick={() => select(widened(selection))}
      >
        Clear
      </button>
    </div>
  );
}

/** Which statuses are shown; none chosen shows all. */
export function StatusFilter({ selection }: { readonly selection: Selection }) {
  const select = useSelect();
  const { data: facets } = useQuery(core.customers.facets.queryOptions());
  const statuses = statusesOf(selection);
  const customersOf = (status: string) => facets?.statuses.find((facet) => facet.status === status)?.customers ?? 0;
  return (
    <fieldset className={styles.statuses}>
      <legend>Status</legend>
      {STATUSES.map((status) => (
        <label key={status}>
          <input
            type="checkbox"
            checked={statuses.includes(status)}
            onChange={({ currentTarget: { checked } }) => select(withStatus(selection, status, checked))}
          />
          <span>
            {statusText(status)} <b>{facets === undefined ? '' : countText(customersOf(status))}</b>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface FacetProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly choices:
    | readonly { readonly value: string; readonly name: string; readonly customers: number }[]
    | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Facet({ name, value = '', choices = [], onChoose }: FacetProps) {
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <label className={choiceStyles.named}>
      <span>{name}</span>
      <select
        className={styles.facet}
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? undefined : currentTarget.value)}
      >
        <option value="">All</option>
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {`${choice.name} (${countText(choice.customers)})`}
          </option>
        ))}
      </select>
    </label>
  );
}
