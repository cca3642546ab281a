// What stands behind the customer's figures, one list at a time: spans, invoices, payments, facts. The URL keeps which.
import type { CustomerOpened } from '../core/outputs.ts';
import { rowsInMemory } from '../core/use-pages.ts';
import { Choice } from '../parts/choice.tsx';
import { DataTable } from '../parts/data-table/data-table.tsx';
import { kept, type Selection } from '../selection/selection.ts';
import { useSelect } from '../selection/use-selection.ts';
import { FactsList } from './facts-list.tsx';
import { InvoicesList } from './invoices-list.tsx';
import { PaymentsList } from './payments-list.tsx';
import { RECORDS_HEIGHT } from './records.ts';
import { spanColumns } from './span-columns.tsx';
import styles from './customer-page.module.css';

const LISTS = [
  { value: 'invoices', name: 'Invoices' },
  { value: 'payments', name: 'Payments' },
  { value: 'facts', name: 'Facts' },
  { value: 'spans', name: 'Spans of MRR' },
] as const;
type List = (typeof LISTS)[number]['value'];

interface CustomerRecordsProps {
  readonly customerId: string;
  readonly opened: CustomerOpened | undefined;
  readonly timeZone: string;
  readonly base: Selection;
}

export function CustomerRecords({ customerId, opened, timeZone, base }: CustomerRecordsProps) {
  const select = useSelect();
  const list: List = LISTS.find(({ value }) => value === base.list)?.value ?? 'invoices';
  const choose = (value: List) => select(kept({ ...base, list: value === 'invoices' ? undefined : value }), true);
  const head = (
    <>
      <h2>Records</h2>
      <Choice legend="Records" options={LISTS} value={list} onChange={choose} />
    </>
  );
  const records = { customerId, timeZone, base, head };
  return (
    <div className={styles.part}>
      {list === 'invoices' && <InvoicesList {...records} />}
      {list === 'payments' && <PaymentsList {...records} />}
      {list === 'facts' && <FactsList {...records} />}
      {list === 'spans' && (
        <DataTable
          name="customer-spans"
          caption="Spans of MRR"
          head={head}
          columns={spanColumns(opened?.spans ?? [], base)}
          pages={rowsInMemory(opened?.spans)}
          keyOf={(_row, index) => String(index)}
          noun={['span', 'spans']}
          height={RECORDS_HEIGHT}
          empty="No span: nothing this customer was billed brings MRR."
        />
      )}
    </div>
  );
}
