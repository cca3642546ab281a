// The list of the palette, by groups; the input beside it keeps the focus.
import type { Ref } from 'react';
import { KeyHint } from '../key-hint.tsx';
import type { Choice } from './choices.ts';
import styles from './palette.module.css';

interface PaletteListProps {
  readonly id: string;
  readonly groups: readonly { readonly group: string; readonly choices: readonly Choice[] }[];
  readonly current: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
  readonly ref: Ref<HTMLDivElement>;
}

export function PaletteList({ id, groups, current, onChoose, ref }: PaletteListProps) {
  return (
    <div id={id} role="listbox" aria-label="Results" className={styles.list} ref={ref} tabIndex={-1}>
      {groups.map(({ group, choices }) => (
        <fieldset key={group} className={styles.fieldset} aria-label={group}>
          <p className={styles.group} aria-hidden="true">
            {group}
          </p>
          {choices.map((choice) => (
            <div
              key={choice.id}
              id={`${id} ${choice.id}`.replaceAll(' ', '-')}
              role="option"
              tabIndex={-1}
              aria-selected={choice === current}
              className={styles.choice}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
              onKeyDown={(event) => event.key === 'Enter' && onChoose(choice)}
            >
              <span className={styles.name}>{choice.name}</span>
              <span className={styles.detail}>{choice.detail}</span>
              {choice.keys !== undefined && <KeyHint keys={choice.keys} />}
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
