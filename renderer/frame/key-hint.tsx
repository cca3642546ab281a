// Keys as they stand on a keyboard, beside what they do.
import { Fragment } from 'react';
import { keyNames, type Keys } from '../shell/keys.ts';
import { shell } from '../shell/shell.ts';
import styles from './key-hint.module.css';

export function KeyHint({ keys }: { readonly keys: Keys }) {
  const names = keyNames(keys, shell.platform).map((name, index) => ({ name, place: `${index} ${name}` }));
  return (
    <span className={styles.keys}>
      {names.map(({ name, place }) => (
        <Fragment key={place}>
          {name === 'then' ? <span className={styles.then}>then</span> : <kbd className={styles.key}>{name}</kbd>}
        </Fragment>
      ))}
    </span>
  );
}
