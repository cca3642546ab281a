// The four figures on top. Each opens onto what it is made of, and so does what it is compared with.
import type { OverviewFigures } from '../core/outputs.ts';
import { dayText, monthShortText, monthText } from '../format/calendar.ts';
import { Figure, type FigureChange } from '../parts/figure.tsx';
import { FigureStrip } from '../parts/figure-strip.tsx';
import { Warnings } from '../parts/warnings.tsx';
import { type Selection, type Shown, withFigure } from '../selection/selection.ts';
import { useSelection } from '../selection/use-selection.ts';

const NO_RATE = 'An exchange rate is missing';
const WAITING = ['MRR', 'ARR', 'Active customers', 'Net new MRR'];

export function HeadlineFigures({ figures }: { readonly figures: OverviewFigures | undefined }) {
  const selection = useSelection();
  const { month, asOfOn } = figures ?? {};
  if (figures === undefined || !month || !asOfOn) {
    return (
      <FigureStrip label="Figures">
        {WAITING.map((name) => (
          <Figure key={name} name={name} value={undefined} />
        ))}
      </FigureStrip>
    );
  }
  const { mrr, arr, customers, netNew, currency, comparedMonth } = figures;
  const opens = (show: Shown, of: string = month): Selection => withFigure(selection, show, of);
  const change = (
    { compared, change, rate }: { compared: number | null; change: number | null; rate: string | null },
    shownAs: (number: number | null) => FigureChange['change'],
    show?: Shown,
  ): FigureChange | undefined =>
    comparedMonth === null || compared === null
      ? undefined
      : {
          against: monthShortText(comparedMonth),
          compared: shownAs(compared),
          to: show && opens(show, comparedMonth),
          change: shownAs(change),
          changeRate: rate,
        };
  const money = (amountMinor: number | null) => ({ amountMinor, currency });
  const signedMoney = (amountMinor: number | null) => ({ amountMinor, currency, isSigned: true });
  const amounts = (figure: OverviewFigures['mrr']) => ({
    compared: figure.comparedMinor,
    change: figure.changeMinor,
    rate: figure.changeRate,
  });
  return (
    <>
      <FigureStrip label={`Figures as of ${dayText(asOfOn)}`}>
        <Figure
          name="MRR"
          value={money(mrr.valueMinor)}
          to={opens('mrr')}
          change={change(amounts(mrr), money, 'mrr')}
          reason={NO_RATE}
        />
        <Figure
          name="ARR, 12 × MRR"
          value={money(arr.valueMinor)}
          to={opens('arr')}
          change={change(amounts(arr), money)}
          reason={NO_RATE}
        />
        <Figure
          name="Active customers"
          value={{ count: customers.count }}
          to={opens('customers')}
          change={change(
            { compared: customers.comparedCount, change: customers.changeCount, rate: customers.changeRate },
            (count) => ({ count }),
            'customers',
          )}
        />
        <Figure
          name={`Net new MRR, ${monthText(month)}`}
          value={signedMoney(netNew.valueMinor)}
          to={opens('net')}
          change={change(amounts(netNew), signedMoney, 'net')}
          reason={NO_RATE}
        />
      </FigureStrip>
      <Warnings warnings={figures.warnings} />
    </>
  );
}
