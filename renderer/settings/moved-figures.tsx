// What a change of zone or currency will move, told before it is saved.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import { countText } from '../format/amounts.ts';
import { counted } from '../format/words.ts';
import { gapText } from './gap-text.ts';
import { Note } from './note.tsx';

interface Values {
  readonly timeZone: string;
  readonly reportingCurrency: string;
}

interface MovedFiguresProps {
  readonly stored: Values;
  readonly typed: Values;
}

export function MovedFigures({ stored, typed }: MovedFiguresProps) {
  const { timeZone, reportingCurrency } = typed;
  const isMoving = timeZone !== stored.timeZone || reportingCurrency !== stored.reportingCurrency;
  const { data } = useQuery({
    ...core.settings.previewWorkspace.queryOptions({ timeZone, reportingCurrency }),
    enabled: isMoving && timeZone !== '' && reportingCurrency !== '',
    placeholderData: keepPreviousData,
  });
  if (!isMoving || data === undefined || !data.movesFigures) return null;
  const { months, customers, withoutRates } = data;
  const hasFigures = months > 0 || customers > 0;
  return (
    <Note isWarning={hasFigures}>
      {hasFigures ? (
        <p>
          <strong>This moves figures.</strong> {counted(countText(months), 'month')} and{' '}
          {counted(countText(customers), 'customer')} are computed again when you save, which can take a while.
        </p>
      ) : (
        <p>There are no figures yet that this would move.</p>
      )}
      {withoutRates.length > 0 && (
        <>
          <p>These amounts would be left out until rates are imported:</p>
          <ul>
            {withoutRates.map((gap) => (
              <li key={gap.currency}>{gapText(gap)}</li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}
