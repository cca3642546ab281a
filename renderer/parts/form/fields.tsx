// The fields of a form in the house's look: label, help, the refusal at the field.
import { NativeSelect, PasswordInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Switch.css';
import type { ReactNode } from 'react';
import styles from './form.module.css';
import { useField } from './use-field.ts';
import type { CoreForm } from './use-core-form.ts';

/** What every field is told: which value of the form it is, and how it is called. */
export interface FieldProps<Values extends Record<string, unknown>> {
  readonly of: CoreForm<Values>;
  readonly name: keyof Values & string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface TextFieldProps<Values extends Record<string, unknown>> extends FieldProps<Values> {
  readonly isLong?: boolean;
  readonly isSecret?: boolean;
  readonly placeholder?: string;
  /** `numeric` for whole numbers: the value stays text. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email';
}

export interface SelectFieldProps<Values extends Record<string, unknown>> extends FieldProps<Values> {
  readonly options: readonly { readonly value: string; readonly name: string }[];
  /** Lets the options be searched by typing: for long lists such as zones. */
  readonly isSearched?: boolean;
}

/** A line of text, several lines of it, or a secret. */
export function TextField<Values extends Record<string, unknown>>(props: TextFieldProps<Values>) {
  const { text, onText, shared } = useField(props);
  const { isLong = false, isSecret = false, placeholder, inputMode = 'text' } = props;
  const input = { ...shared, placeholder, value: text, autoComplete: 'off' };
  const take = (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value);
  if (isLong) return <Textarea {...input} onChange={take} rows={4} />;
  if (isSecret) return <PasswordInput {...input} onChange={take} />;
  return <TextInput {...input} onChange={take} inputMode={inputMode} spellCheck={false} />;
}

/** One of some options. */
export function SelectField<Values extends Record<string, unknown>>(props: SelectFieldProps<Values>) {
  const { text, onText, shared } = useField(props);
  const data = props.options.map(({ value, name }) => ({ value, label: name }));
  if (props.isSearched) {
    return (
      <Select
        {...shared}
        data={data}
        value={text === '' ? null : text}
        onChange={(value) => onText(value ?? '')}
        searchable
        allowDeselect={false}
        maxDropdownHeight={280}
        nothingFoundMessage="None of that name"
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
    );
  }
  return <NativeSelect {...shared} data={data} value={text} onChange={(event) => onText(event.currentTarget.value)} />;
}

/** A month `YYYY-MM`. */
export function MonthField<Values extends Record<string, unknown>>(props: FieldProps<Values>) {
  const { text, onText, shared } = useField(props);
  return <TextInput {...shared} type="month" value={text} onChange={(event) => onText(event.currentTarget.value)} />;
}

/** A color `#rrggbb`, typed or picked. */
export function ColorField<Values extends Record<string, unknown>>(props: FieldProps<Values>) {
  const { text, onText, shared } = useField(props);
  const picker = (
    <input
      type="color"
      className={styles.color}
      aria-label={`${props.label}, picked`}
      value={/^#[0-9a-f]{6}$/i.test(text) ? text : '#000000'}
      disabled={props.isDisabled}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
  return (
    <TextInput
      {...shared}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      leftSection={picker}
      spellCheck={false}
    />
  );
}

/** Yes or no. */
export function SwitchField<Values extends Record<string, unknown>>(props: FieldProps<Values>) {
  const { value, onValue, shared } = useField(props);
  return (
    <Switch
      {...shared}
      classNames={{ body: styles.switch ?? '', label: styles.switchLabel ?? '', description: styles.help ?? '' }}
      checked={value === true}
      onChange={(event) => onValue(event.currentTarget.checked)}
    />
  );
}
