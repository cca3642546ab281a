// The choice of what figures are compared with.
import type { Comparison } from '../../selection/selection.ts';
import { kept } from '../../selection/selection.ts';
import { useSelect, useSelection } from '../../selection/use-selection.ts';
import { NamedSelect } from './named-select.tsx';

const COMPARED: readonly { readonly value: Comparison | 'none'; readonly name: string }[] = [
  { value: 'none', name: 'Nothing' },
  { value: 'before', name: 'Period before' },
  { value: 'year', name: 'Year before' },
];

export function ComparisonChoice() {
  const selection = useSelection();
  const select = useSelect();
  const choose = (chosen: Comparison | 'none') =>
    select(kept({ ...selection, compare: chosen === 'none' ? undefined : chosen }));
  return <NamedSelect name="Compared with" options={COMPARED} value={selection.compare ?? 'none'} onChoose={choose} />;
}
