// The four figures on top. Each opens onto what it is made of; the month before stands under it and opens too.
import type { ReactNode } from 'react';
import type { OverviewFigures } from '../core/outputs.ts';
import { amountText, countText } from '../format/amounts.ts';
import { dayText, monthBefore, monthShortText, monthText } from '../format/calendar.ts';
import { Amount } from '../parts/amount.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { Warnings } from '../parts/warnings.tsx';
import { type Shown, withFigure } from '../selection.ts';
import { useSelection } from '../use-selection.ts';
import styles from './headline-figures.module.css';

interface HeadlineFiguresProps {
  readonly figures: OverviewFigures | undefined;
}

export function HeadlineFigures({ figures }: HeadlineFiguresProps) {
  const { currency = '', month, asOfOn } = figures ?? {};
  if (figures === undefined || !month || !asOfOn) return <FiguresWaiting />;
  const before = monthBefore(month);
  const money = (amountMinor: number | null, isSigned = false) => (
    <Amount amountMinor={amountMinor} currency={currency} isSymbolShown isSigned={isSigned} />
  );
  return (
    <section aria-label={`Figures as of ${dayText(asOfOn)}`}>
      <dl className={styles.strip}>
        <Headline name="MRR" show="mrr" month={month} spoken={amountText(figures.mrrMinor, currency)}>
          {money(figures.mrrMinor)}
          <Before show="mrr" month={before} name="MRR">
            {money(figures.previousMrrMinor)}
          </Before>
        </Headline>
        <Headline name="ARR" show="arr" month={month} spoken={amountText(figures.arrMinor, currency)}>
          {money(figures.arrMinor)}
          <span className={styles.before}>12 × MRR before rounding</span>
        </Headline>
        <Headline name="Active customers" show="customers" month={month} spoken={countText(figures.activeCustomers)}>
          <data value={figures.activeCustomers}>{countText(figures.activeCustomers)}</data>
          <Before show="customers" month={before} name="Active customers">
            <data value={figures.previousActiveCustomers}>{countText(figures.previousActiveCustomers)}</data>
          </Before>
        </Headline>
        <Headline
          name={`Net new MRR, ${monthText(month)}`}
          show="net"
          month={month}
          spoken={amountText(figures.netNewMinor, currency)}
        >
          {money(figures.netNewMinor, true)}
          <Before show="net" month={before} name="Net new MRR">
            {money(figures.previousNetNewMinor, true)}
          </Before>
        </Headline>
      </dl>
      <Warnings warnings={figures.warnings} />
    </section>
  );
}

interface HeadlineProps {
  readonly name: string;
  readonly show: Shown;
  readonly month: string;
  readonly spoken: string;
  readonly children: [ReactNode, ReactNode];
}

function Headline({ name, show, month, spoken, children: [figure, below] }: HeadlineProps) {
  const selection = useSelection();
  return (
    <div className={styles.headline}>
      <dt>{name}</dt>
      <dd>
        <FigureLink to={withFigure(selection, show, month)} className={styles.figure} label={`${name}: ${spoken}`}>
          {figure}
        </FigureLink>
        {below}
      </dd>
    </div>
  );
}

interface BeforeProps {
  readonly show: Shown;
  readonly month: string;
  readonly name: string;
  readonly children: ReactNode;
}

function Before({ show, month, name, children }: BeforeProps) {
  const selection = useSelection();
  return (
    <span className={styles.before}>
      {monthShortText(month)}{' '}
      <FigureLink to={withFigure(selection, show, month)}>
        <span className={styles.spoken}>{name} </span>
        {children}
      </FigureLink>
    </span>
  );
}

function FiguresWaiting() {
  return (
    <div className={styles.strip} aria-busy="true">
      {['MRR', 'ARR', 'Active customers', 'Net new MRR'].map((name) => (
        <div key={name} className={styles.headline}>
          <span className={styles.name}>{name}</span>
          <Waiting height={26} width={150} margin={5} />
          <Waiting height={12} width={110} margin={4} />
        </div>
      ))}
    </div>
  );
}
