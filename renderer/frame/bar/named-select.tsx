// A choice of the bar: its name, and the browser's own list of a few words.
import { useId } from 'react';
import styles from './bar.module.css';

interface NamedSelectProps<Value extends string> {
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

export function NamedSelect<Value extends string>({ name, options, value, onChoose }: NamedSelectProps<Value>) {
  const id = useId();
  return (
    <span className={styles.named}>
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex];
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </span>
  );
}
