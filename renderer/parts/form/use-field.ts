// What the fields of a form have in common: their value in the form, and how they look.
import type { FieldProps } from './fields.tsx';
import styles from './form.module.css';

/** The field's value, how it is changed, and the props that every input takes. */
export function useField<Values extends Record<string, unknown>>(props: FieldProps<Values>) {
  const { of, name, label, help, isDisabled = false } = props;
  const value: unknown = of.form.values[name];
  const onValue = (next: unknown) => {
    of.form.setValues({ [name]: next } as Partial<Values>);
    of.form.clearFieldError(name);
  };
  return {
    value,
    text: typeof value === 'string' ? value : '',
    onValue,
    onText: (text: string) => onValue(text),
    shared: {
      label,
      description: help,
      error: of.form.errors[name],
      disabled: isDisabled || of.isSaving,
      size: 'xs',
      'data-path': name,
      inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
      classNames: {
        label: styles.label ?? '',
        input: styles.input ?? '',
        description: styles.help ?? '',
        error: styles.error ?? '',
      },
    },
  };
}
