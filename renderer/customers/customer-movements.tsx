// The customer's movements, the latest first; each amount opens what it was read from.
import { useMemo } from 'react';
import type { CustomerOpened } from '../core/outputs.ts';
import { rowsInMemory } from '../core/use-pages.ts';
import { dayText } from '../format/calendar.ts';
import { codeText, kindText } from '../format/words.ts';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import { DataTable } from '../parts/data-table/data-table.tsx';
import type { Selection } from '../selection/selection.ts';
import { openedMovement } from './evidence.ts';
import { moneyColumn } from './money-column.tsx';

type Movement = CustomerOpened['movements'][number];

interface CustomerMovementsProps {
  readonly opened: CustomerOpened | undefined;
  readonly base: Selection;
}

export function CustomerMovements({ opened, base }: CustomerMovementsProps) {
  const latestFirst = useMemo(() => opened?.movements.toReversed(), [opened]);
  return (
    <DataTable
      name="customer-movements"
      caption="Movements"
      head={<h2>Movements</h2>}
      columns={columnsOf(opened, base)}
      pages={rowsInMemory(latestFirst)}
      keyOf={(_row, index) => String(index)}
      noun={['movement', 'movements']}
      height="236px"
      waitingRows={7}
      empty="No movement yet: this customer has not had MRR."
    />
  );
}

function columnsOf(opened: CustomerOpened | undefined, base: Selection): DataColumn<Movement>[] {
  const movements = opened?.movements ?? [];
  const isSeriesTold = movements.some(({ series }) => series !== 'both');
  const reasonOf = ({ reason, originOn }: Movement) =>
    originOn === null ? codeText(reason) : `${codeText(reason)}, of ${dayText(originOn)}`;
  return [
    {
      key: 'effective',
      header: 'Effective',
      isRowHeader: true,
      width: DAY_WIDTH,
      cell: ({ effectiveOn }) => dayText(effectiveOn),
      text: ({ effectiveOn }) => effectiveOn,
    },
    { key: 'kind', header: 'Movement', width: '96px', cell: ({ kind }) => kindText(kind), text: ({ kind }) => kind },
    { key: 'plan', header: 'Plan', cell: ({ plan }) => plan, text: ({ plan }) => plan },
    { key: 'reason', header: 'Reason', cell: reasonOf, text: reasonOf },
    {
      key: 'series',
      header: 'Series',
      width: '84px',
      isHiddenAtFirst: !isSeriesTold,
      cell: ({ series }) => codeText(series),
      text: ({ series }) => series,
    },
    {
      key: 'recorded',
      header: 'Recorded',
      width: DAY_WIDTH,
      isHiddenAtFirst: true,
      cell: ({ recordedOn }) => dayText(recordedOn),
      text: ({ recordedOn }) => recordedOn,
    },
    moneyColumn({
      key: 'amount',
      name: 'Amount',
      rows: movements,
      amountOf: ({ amountMinor }) => amountMinor,
      currencyOf: ({ currency }) => currency,
      to: (row) => openedMovement(base, row, opened?.spans ?? []),
      isSigned: true,
    }),
  ];
}
