// The facts that tell of the customer, the latest first; a fact opens its Stripe object with the fact's hash.
import { client, core } from '../core/client.ts';
import type { CustomerFact } from '../core/outputs.ts';
import { usePages } from '../core/use-pages.ts';
import { countText } from '../format/amounts.ts';
import { instantText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { DataTable } from '../parts/data-table/data-table.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';
import { useSelect } from '../selection/use-selection.ts';
import styles from './customer-page.module.css';
import { RECORDS_HEIGHT, type RecordsProps } from './records.ts';

export function FactsList({ customerId, timeZone, base, head }: RecordsProps) {
  const select = useSelect();
  const pages = usePages(core.customers.facts.queryKey({ customerId }), (range, signal) =>
    client.customers.facts.query({ customerId, ...range }, { signal }),
  );
  return (
    <DataTable
      name="customer-facts"
      caption="Facts"
      head={head}
      columns={columnsOf(timeZone, base)}
      pages={pages}
      keyOf={({ seq }) => String(seq)}
      noun={['fact', 'facts']}
      onOpen={({ subject, objectType }) => objectType !== null && select({ ...base, object: subject })}
      height={RECORDS_HEIGHT}
      empty="No fact tells of this customer."
    />
  );
}

function columnsOf(timeZone: string, base: Selection): DataColumn<CustomerFact>[] {
  const iso = (at: number) => new Date(at * 1000).toISOString();
  return [
    {
      key: 'seq',
      header: 'Fact',
      isRowHeader: true,
      width: '92px',
      cell: ({ seq }) => countText(seq),
      text: ({ seq }) => String(seq),
    },
    {
      key: 'type',
      header: 'Of',
      width: '132px',
      cell: ({ kind, objectType }) => codeText((objectType ?? kind).replaceAll('.', ' ')),
      text: ({ kind, objectType }) => objectType ?? kind,
    },
    {
      key: 'subject',
      header: 'Subject',
      cell: ({ subject, objectType }) =>
        objectType === null ? subject : <FigureLink to={{ ...base, object: subject }}>{subject}</FigureLink>,
      text: ({ subject }) => subject,
    },
    {
      key: 'effective',
      header: 'Effective',
      width: '172px',
      cell: ({ effectiveAt }) => instantText(effectiveAt, timeZone),
      text: ({ effectiveAt }) => iso(effectiveAt),
    },
    {
      key: 'recorded',
      header: 'Recorded',
      width: '172px',
      cell: ({ recordedAt }) => instantText(recordedAt, timeZone),
      text: ({ recordedAt }) => iso(recordedAt),
    },
    {
      key: 'hash',
      header: 'Hash',
      width: '132px',
      cell: ({ hash }) => (
        <code className={styles.hash} title={hash}>
          {hash.slice(0, 14)}
        </code>
      ),
      text: ({ hash }) => hash,
    },
  ];
}
