// A link to a customer's page. The router's own link would follow every change of the address, once for each row.
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { selectionSearch, type Selection } from '../selection/selection.ts';
import styles from './customers.module.css';

interface CustomerLinkProps {
  readonly customerId: string;
  /** What the page keeps of the list, so that the way leads back to it. */
  readonly base: Selection;
  readonly children: ReactNode;
}

export function CustomerLink({ customerId, base, children }: CustomerLinkProps) {
  const router = useRouter();
  const href = customerPath(customerId, base);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    void router.navigate({ href });
  };
  return (
    <a href={href} onClick={follow} className={styles.name}>
      {children}
    </a>
  );
}

/** The address of a customer's page. */
export function customerPath(customerId: string, base: Selection): string {
  return `/customers/${encodeURIComponent(customerId)}${selectionSearch(base)}`;
}
