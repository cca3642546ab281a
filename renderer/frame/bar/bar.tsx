// The bar on top: the choices that every area is shown under, the way to find anything, what is running.
import { areaOf } from '../areas.ts';
import { JobsTray } from '../jobs/jobs-tray.tsx';
import { KeyHint } from '../key-hint.tsx';
import { useSurroundings } from '../surroundings-context.ts';
import styles from './bar.module.css';
import { ComparisonChoice } from './comparison-choice.tsx';
import { CurrencyChoice } from './currency-choice.tsx';
import { PeriodChoice } from './period-choice.tsx';

interface BarProps {
  /** False where no area is shown. */
  readonly isViewShown: boolean;
}

export function Bar({ isViewShown }: BarProps) {
  const { path, open } = useSurroundings();
  const area = areaOf(path);
  return (
    <section className={styles.bar} aria-label="View and tools">
      {isViewShown && area?.hasView && (
        <div className={styles.choices}>
          <PeriodChoice />
          <ComparisonChoice />
          <CurrencyChoice canBeNative={area.canBeNative ?? false} />
        </div>
      )}
      <div className={styles.tools}>
        <button
          type="button"
          className={styles.find}
          onClick={() => open('palette')}
          aria-keyshortcuts="Control+K Meta+K"
        >
          <span>Find…</span>
          <KeyHint keys="mod+k" />
        </button>
        <JobsTray />
        <button type="button" className={styles.tool} onClick={() => open('keys')} title="Keys">
          <span aria-hidden="true">?</span>
          <span className={styles.spoken}>Keys</span>
        </button>
      </div>
    </section>
  );
}
