// Export of a report under the present view; a list exports what it shows from its own menu.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ExportRequest } from '../../core/outputs.ts';
import { useView } from '../../selection/use-view.ts';
import type { View } from '../../selection/view.ts';
import { exportReport } from '../../shell/ledger-actions.ts';
import { Dialog } from './dialog.tsx';
import styles from './dialog.module.css';
import type { DialogProps } from './dialogs.tsx';

type Report = ExportRequest['report'];
type Format = ExportRequest['format'];

const REPORTS: readonly { readonly value: Report; readonly name: string }[] = [
  { value: 'movements', name: 'MRR roll-forward of the period, by month' },
  { value: 'customers', name: 'Customers with MRR at the end of the period' },
  { value: 'customer-list', name: 'All customers with their status' },
];
const FORMATS: readonly { readonly value: Format; readonly name: string }[] = [
  { value: 'csv', name: 'CSV' },
  { value: 'xlsx', name: 'Excel workbook (XLSX)' },
  { value: 'json', name: 'JSON' },
];

export default function ExportDialog({ onClose }: DialogProps) {
  const view = useView();
  const [report, setReport] = useState<Report>('movements');
  const [format, setFormat] = useState<Format>('csv');
  const send = () => {
    onClose();
    void exportReport({ report, format, input: inputOf(report, view) });
  };
  return (
    <Dialog title="Export a report" width={480} onClose={onClose}>
      <form className={styles.form} action={send}>
        <label className={styles.field}>
          <span>Report</span>
          <select
            value={report}
            onChange={({ currentTarget }) => setReport(REPORTS[currentTarget.selectedIndex]?.value ?? 'movements')}
          >
            {REPORTS.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          <span>Kind of file</span>
          <select
            value={format}
            onChange={({ currentTarget }) => setFormat(FORMATS[currentTarget.selectedIndex]?.value ?? 'csv')}
          >
            {FORMATS.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <p>It covers the period and currency that are chosen above. Any list also exports just what it shows.</p>
        <div className={styles.acts}>
          <Button type="submit">Export</Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function inputOf(report: Report, { from, to, currency, isNative }: View): Record<string, unknown> {
  const shownIn = currency === undefined ? {} : { currency };
  if (report === 'movements')
    return { ...(from && { from }), ...(to && { to }), ...shownIn, ...(isNative && { isNative }) };
  return report === 'customers' ? { ...(to && { month: to }), ...shownIn } : shownIn;
}
