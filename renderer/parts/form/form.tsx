// The frame of a form: its fields, what the core refused, and its button with the note on unsaved changes.
import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Waiting } from '../waiting.tsx';
import styles from './form.module.css';
import { refusalText } from './refused-field.ts';
import type { CoreForm } from './use-core-form.ts';

export interface FormProps<Values extends Record<string, unknown>> {
  readonly of: CoreForm<Values>;
  /** The command: `Save`, `Create ledger`. */
  readonly submitLabel: string;
  /** The number of its fields, for the room while it is read. Default 3. */
  readonly waitingFields?: number;
  /** A form that sends even when nothing was typed, such as one that creates something. */
  readonly isAlwaysSendable?: boolean;
  readonly onSaved?: () => void;
  readonly children: ReactNode;
  /** Beside the button. */
  readonly beside?: ReactNode;
}

export function Form<Values extends Record<string, unknown>>(props: FormProps<Values>) {
  const { of, submitLabel, waitingFields = 3, isAlwaysSendable = false, onSaved, children, beside } = props;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!of.isSaving) void of.submit().then((isSaved) => isSaved && onSaved?.());
  };
  if (!of.isReady) return <FormWaiting fields={waitingFields} />;
  const note = of.isChanged && !isAlwaysSendable ? 'Not saved yet' : '';
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {children}
      {of.isStale && (
        <div className={styles.refusal} role="alert">
          <p>
            <strong>This was changed elsewhere since it was read here.</strong> Load what is stored now, then make your
            change again.
          </p>
          <Button size="compact-sm" variant="default" onClick={() => void of.loadPresent()}>
            Load the present one
          </Button>
        </div>
      )}
      {of.refusal !== undefined && (
        <div className={styles.refusal} role="alert">
          <p>{refusalText(of.refusal)}</p>
          {of.refusal.where !== undefined && <p className={styles.where}>{of.refusal.where}</p>}
        </div>
      )}
      <div className={styles.foot}>
        <Button type="submit" size="compact-md" loading={of.isSaving} disabled={!isAlwaysSendable && !of.isChanged}>
          {submitLabel}
        </Button>
        {of.isChanged && !isAlwaysSendable && (
          <Button size="compact-md" variant="subtle" onClick={of.reset} disabled={of.isSaving}>
            Undo changes
          </Button>
        )}
        {beside}
        <span className={styles.note} role="status">
          {note}
        </span>
      </div>
    </form>
  );
}

function FormWaiting({ fields }: { readonly fields: number }) {
  return (
    <div className={styles.form} aria-busy="true">
      {[...Array(fields).keys()].map((field) => (
        <div key={field}>
          <Waiting height={10} width={96} margin={4} />
          <Waiting height={30} />
        </div>
      ))}
    </div>
  );
}
