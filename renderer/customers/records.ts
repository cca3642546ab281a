// What every list of a customer's records is given, and how high it stands.
import type { ReactNode } from 'react';
import type { Selection } from '../selection/selection.ts';

export interface RecordsProps {
  readonly customerId: string;
  readonly timeZone: string;
  readonly base: Selection;
  /** The choice of the list, over the table. */
  readonly head: ReactNode;
}

export const RECORDS_HEIGHT = '420px';
