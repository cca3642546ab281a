// The head of a customer's page: name, status and where they are, and the figures, which open what they are made of.
import type { ReactNode } from 'react';
import type { CustomerOpened } from '../core/outputs.ts';
import { dayText, instantDayText } from '../format/calendar.ts';
import { Amount } from '../parts/amount.tsx';
import { Figure } from '../parts/figure.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { FigureStrip } from '../parts/figure-strip.tsx';
import { Waiting } from '../parts/waiting.tsx';
import type { Selection } from '../selection/selection.ts';
import styles from './customer-page.module.css';
import { statusText } from './list-columns.tsx';

interface CustomerHeadProps {
  readonly customerId: string;
  /** Undefined while it is read. */
  readonly customer: CustomerOpened['customer'] | undefined;
  readonly timeZone: string;
  readonly base: Selection;
}

export function CustomerHead({ customerId, customer, timeZone, base }: CustomerHeadProps) {
  const evidence = { ...base, customer: customerId };
  const code = customer?.amountCurrency ?? '';
  const money = (amountMinor: number | null | undefined) =>
    amountMinor === undefined ? undefined : { amountMinor, currency: code };
  const billed = customer?.billed ?? [];
  const isForeign = billed.some(({ currency }) => currency !== code);
  const reason = 'A rate is missing';
  return (
    <header className={styles.head}>
      <h1>{customer === undefined ? <Waiting width={280} height={20} margin={3} /> : nameOf(customer)}</h1>
      <ul className={styles.about} aria-label="About">
        {customer === undefined ? (
          <Fact>
            <Waiting width={420} height={12} margin={4} />
          </Fact>
        ) : (
          <>
            <Fact isStrong>{statusText(customer.status)}</Fact>
            {customer.email !== null && <Fact>{customer.email}</Fact>}
            {customer.country !== null && <Fact>{customer.country}</Fact>}
            {customer.plans.length > 0 && <Fact>{customer.plans.join(', ')}</Fact>}
            <Fact>created {instantDayText(customer.createdAt, timeZone)}</Fact>
            <Fact>
              <FigureLink to={{ ...base, object: customerId }}>{customerId}</FigureLink>
            </Fact>
            {customer.isErased && <Fact isWarning>Personal fields were erased</Fact>}
            {customer.isDeleted && <Fact isWarning>Deleted in Stripe</Fact>}
          </>
        )}
      </ul>
      <FigureStrip label="Figures of the customer">
        <Figure
          name="MRR"
          value={money(customer?.mrrMinor)}
          to={evidence}
          reason={reason}
          {...(isForeign && { note: billedText(billed) })}
        />
        <Figure name="ARR" value={money(customer?.arrMinor)} to={evidence} reason={reason} note="12 × MRR" />
        <div className={styles.since}>
          <dt>Active since</dt>
          <dd>
            {customer === undefined ? (
              <Waiting width={118} height={20} margin={8} />
            ) : customer.activeSinceOn === null ? (
              'Not active'
            ) : (
              dayText(customer.activeSinceOn)
            )}
          </dd>
        </div>
        <div className={styles.since}>
          <dt>Billed in</dt>
          <dd>
            {customer === undefined ? (
              <Waiting width={118} height={20} margin={8} />
            ) : billed.length === 0 ? (
              'Nothing'
            ) : (
              billed.map(({ currency, mrrMinor }) => (
                <span key={currency} className={styles.billed}>
                  {currency} <Amount amountMinor={mrrMinor} currency={currency} />
                </span>
              ))
            )}
          </dd>
        </div>
      </FigureStrip>
    </header>
  );
}

interface FactProps {
  readonly isStrong?: boolean;
  readonly isWarning?: boolean;
  readonly children: ReactNode;
}

function Fact({ isStrong, isWarning, children }: FactProps) {
  return <li className={isWarning ? styles.warned : isStrong ? styles.strong : undefined}>{children}</li>;
}

function nameOf({ name, email, customerId }: CustomerOpened['customer']): string {
  return name ?? email ?? customerId;
}

function billedText(billed: CustomerOpened['customer']['billed']): string {
  return `Converted from ${billed.map(({ currency }) => currency).join(', ')}`;
}
