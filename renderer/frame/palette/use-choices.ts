// The choices for what is typed: commands and screens from here, customers and invoices from the core.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { core } from '../../core/client.ts';
import type { RouterOutputs } from '../../core/outputs.ts';
import { amountText } from '../../format/amounts.ts';
import { codeText } from '../../format/words.ts';
import { commandsIn, isAllowed } from '../../shell/commands.ts';
import type { Surroundings } from '../../shell/surroundings.ts';
import { type Choice, matching, MOST_SHOWN, recentFirst } from './choices.ts';
import { recentIds, recentlyFound } from './recent-choices.ts';

type Found = RouterOutputs['search']['find'];
const FOUND_LIMIT = 8;

export interface Choices {
  readonly choices: readonly Choice[];
  /** The core has not answered yet for what is typed now. */
  readonly isAsking: boolean;
}

export function useChoices(typed: string, surroundings: Surroundings): Choices {
  const text = typed.trim();
  const { data, isFetching } = useQuery({
    ...core.search.find.queryOptions({ text, limit: FOUND_LIMIT }),
    enabled: text !== '' && surroundings.desk?.ledger !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const commands = useMemo(
    () =>
      commandsIn(surroundings)
        .filter((command) => command.isForKeysOnly !== true && isAllowed(command, surroundings))
        .map(
          ({ id, name, group, keys, words, run }): Choice => ({
            id,
            name,
            group: group === 'Screens' ? group : 'Commands',
            keys: keys?.[0],
            words,
            run: () => void run(surroundings),
          }),
        ),
    [surroundings],
  );
  const choices = useMemo(() => {
    if (text === '') return recentFirst([...commands, ...recentlyFound()], recentIds());
    const matches = matching(commands, text);
    const isCommand = matches[0]?.name.toLowerCase().startsWith(text.toLowerCase()) ?? false;
    const found = data === undefined ? [] : foundChoices(data, surroundings);
    return (isCommand ? [...matches, ...found] : [...found, ...matches]).slice(0, MOST_SHOWN);
  }, [text, commands, data, surroundings]);
  return { choices, isAsking: isFetching };
}

function foundChoices({ customers, invoices }: Found, { go }: Surroundings): readonly Choice[] {
  return [
    ...customers.map(
      ({ customerId, name, email, status }): Choice => ({
        id: `found ${customerId}`,
        name: name ?? customerId,
        detail: [email, codeText(status)].filter(Boolean).join(' · '),
        group: 'Customers',
        run: () => go(`/customers/${encodeURIComponent(customerId)}`),
      }),
    ),
    ...invoices.map(
      ({ invoiceId, number, status, customerId, customerName, currency, totalMinor }): Choice => ({
        id: `found ${invoiceId}`,
        name: number ?? invoiceId,
        detail: [customerName, amountText(totalMinor, currency), codeText(status)].filter(Boolean).join(' · '),
        group: 'Invoices',
        run: () => go(invoicePath(invoiceId, customerId)),
      }),
    ),
  ];
}

function invoicePath(invoiceId: string, customerId: string | null): string {
  const screen = customerId === null ? '/' : `/customers/${encodeURIComponent(customerId)}`;
  return `${screen}?invoice=${encodeURIComponent(invoiceId)}`;
}
