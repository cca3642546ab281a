// Settings: which exchange rates there are, how far they reach, and what they lack.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRefusedPermission } from '../core/acting.ts';
import { core } from '../core/client.ts';
import type { RouterOutputs } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { dayText } from '../format/calendar.ts';
import { counted } from '../format/words.ts';
import { type Column, DAY_WIDTH, LedgerTable } from '../parts/ledger-table.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { Section } from '../parts/section.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import { chooseRates } from '../shell/ledger-actions.ts';
import { gapText } from './gap-text.ts';
import { Note } from './note.tsx';
import styles from './settings.module.css';

type Rates = RouterOutputs['settings']['rates'];
type Pair = Rates['pairs'][number];

const COLUMNS: readonly Column<Pair>[] = [
  { key: 'pair', header: 'Pair', cell: ({ base, quote }) => `${base} to ${quote}`, width: '110px', isRowHeader: true },
  { key: 'source', header: 'Source', cell: ({ sources }) => sources.join(', ') },
  { key: 'first', header: 'First day', cell: ({ firstOn }) => dayText(firstOn), width: DAY_WIDTH },
  { key: 'last', header: 'Last day', cell: ({ lastOn }) => dayText(lastOn), width: DAY_WIDTH },
  { key: 'days', header: 'Days', cell: ({ days }) => countText(days), width: '80px', isNumeric: true },
  { key: 'holes', header: 'Days without a rate', cell: ({ holes }) => holesText(holes), width: '300px' },
];

export function RatesSection() {
  const { data, error, refetch, isFetching } = useQuery(core.settings.rates.queryOptions());
  const refused = useRefusedPermission('rates.import');
  if (error !== null && data === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  return (
    <Section
      title="Exchange rates"
      about="A published rate holds for its day and the seven days after it. A pair also serves its inverse, and crosses through a third currency."
      choices={
        <Button
          size="compact-sm"
          variant="default"
          disabled={refused !== null}
          title={refused ?? undefined}
          onClick={() => void chooseRates()}
        >
          Import rates
        </Button>
      }
    >
      {data === undefined ? <RowsWaiting rows={8} /> : <Coverage rates={data} />}
      <p className={styles.quiet}>
        A file of rates is CSV whose first line names the columns date, base, quote and rate, with lines such as{' '}
        <code className={styles.sample}>2026-03-02,EUR,USD,1.0842</code>. Rates that are known already add nothing.
      </p>
    </Section>
  );
}

function Coverage({ rates: { pairs, gaps, reportingCurrency, billingCurrencies } }: { readonly rates: Rates }) {
  const others = billingCurrencies.filter((code) => code !== reportingCurrency);
  return (
    <>
      {gaps.length > 0 ? (
        <Note isWarning>
          <p>
            <strong>Rates are missing.</strong> These amounts are left out of figures in {reportingCurrency}:
          </p>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.currency}>{gapText(gap)}</li>
            ))}
          </ul>
        </Note>
      ) : (
        <p className={styles.quiet}>
          {others.length === 0
            ? `Nobody is billed in another currency than ${reportingCurrency}, so that no rate is needed.`
            : `Customers are billed in ${billingCurrencies.join(', ')}. No rate into ${reportingCurrency} is missing.`}
        </p>
      )}
      {pairs.length > 0 && (
        <div className={styles.wide}>
          <LedgerTable
            caption="Published pairs"
            columns={COLUMNS}
            rows={pairs}
            keyOf={({ base, quote }) => base + quote}
            minWidth="760px"
          />
        </div>
      )}
      {pairs.length === 0 && <p className={styles.quiet}>No rates were imported yet.</p>}
    </>
  );
}

function holesText(holes: Pair['holes']): string {
  const [first] = holes;
  if (first === undefined) return 'None';
  const total = counted(countText(holes.reduce((sum, { days }) => sum + days, 0)), 'day');
  if (holes.length > 1) return `${total} in ${countText(holes.length)} stretches since ${dayText(first.fromOn)}`;
  return first.fromOn === first.toOn
    ? dayText(first.fromOn)
    : `${total}, ${dayText(first.fromOn)} to ${dayText(first.toOn)}`;
}
