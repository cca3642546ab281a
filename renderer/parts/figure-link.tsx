// Anything that opens: a real link to the selection it opens, followed without loading the page again.
import type { MouseEvent, ReactNode, Ref } from 'react';
import { type Selection, selectionHref } from '../selection/selection.ts';
import { useSelect } from '../selection/use-selection.ts';
import styles from './figure-link.module.css';

interface FigureLinkProps {
  readonly to: Selection;
  readonly children: ReactNode;
  /** What a screen reader says where the text alone does not tell: the figure, its name and its month. */
  readonly label?: string;
  readonly className?: string | undefined;
  readonly tabIndex?: number;
  readonly isCurrent?: boolean;
  readonly ref?: Ref<HTMLAnchorElement>;
}

export function FigureLink({ to, children, label, className, tabIndex, isCurrent, ref }: FigureLinkProps) {
  const select = useSelect();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    select(to);
  };
  return (
    <a
      ref={ref}
      href={selectionHref(to)}
      onClick={follow}
      className={className ?? styles.link}
      tabIndex={tabIndex}
      aria-label={label}
      aria-current={isCurrent ? 'true' : undefined}
    >
      {children}
    </a>
  );
}
