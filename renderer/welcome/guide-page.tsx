// A page of the guide: its title, the way back, and the way out to the screens.
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Opening } from './opening.tsx';
import styles from './welcome.module.css';

interface GuidePageProps {
  readonly title: string;
  readonly onBack?: () => void;
  readonly onLeave?: (() => void) | null;
  readonly leaveName?: string;
  readonly children: ReactNode;
}

export function GuidePage({ title, onBack, onLeave, leaveName = 'Back to the ledger', children }: GuidePageProps) {
  const headRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => headRef.current?.focus(), []);
  return (
    <div className={styles.guide}>
      <div className={styles.head}>
        <h1 ref={headRef} tabIndex={-1}>
          {title}
        </h1>
        {onBack !== undefined && (
          <Button variant="default" size="compact-sm" onClick={onBack}>
            All ways to begin
          </Button>
        )}
        {onLeave != null && (
          <Button variant="default" size="compact-sm" onClick={onLeave}>
            {leaveName}
          </Button>
        )}
      </div>
      <Opening />
      {children}
    </div>
  );
}
