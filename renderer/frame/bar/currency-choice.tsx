// The choice of the currency that figures are shown in: the reporting currency, or another that there are rates for.
import { useQuery } from '@tanstack/react-query';
import { core } from '../../core/client.ts';
import { kept, withoutDrill } from '../../selection/selection.ts';
import { useSelect, useSelection } from '../../selection/use-selection.ts';
import { NamedSelect } from './named-select.tsx';

const NATIVE = { value: 'native', name: 'Native' };

interface CurrencyChoiceProps {
  /** The area can show each amount in its own currency. */
  readonly canBeNative: boolean;
}

export function CurrencyChoice({ canBeNative }: CurrencyChoiceProps) {
  const selection = useSelection();
  const select = useSelect();
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  const { data: rates } = useQuery(core.settings.rates.queryOptions());
  const reporting = status?.reportingCurrency ?? '';
  const isNative = selection.currency === 'native';
  const present = isNative || selection.currency === undefined ? reporting : selection.currency;
  const paired = rates?.pairs.flatMap(({ base, quote }) => [base, quote]).sort() ?? [];
  const codes = [...new Set([reporting, present, ...paired])].filter((code) => code !== '');
  const options = [...codes.map((code) => ({ value: code, name: code })), ...(canBeNative ? [NATIVE] : [])];
  const choose = (code: string) =>
    select(kept({ ...withoutDrill(selection), currency: code === reporting ? undefined : code }));
  return (
    <NamedSelect
      name="Shown in"
      options={options}
      value={isNative && canBeNative ? 'native' : present}
      onChoose={choose}
    />
  );
}
