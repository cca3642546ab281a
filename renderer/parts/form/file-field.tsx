// A file to be handed in: dropped here or chosen; the form keeps its ticket.
import { Button } from '@mantine/core';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import type { FilePurpose, HandedFile } from '../../core/outputs.ts';
import { refusalOf } from '../../core/refusal.ts';
import { shell } from '../../shell/shell.ts';
import styles from './form.module.css';
import { refusalText } from './refused-field.ts';

export interface FileFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  /** What is there now: the name of the chosen file, or a picture; null for nothing. */
  readonly chosen: ReactNode;
  readonly purpose: FilePurpose;
  /** A refusal at this field. */
  readonly error?: ReactNode;
  readonly onFiles: (files: readonly HandedFile[]) => void;
  readonly onClear?: (() => void) | undefined;
}

export function FileField({ label, help, chosen, purpose, error, onFiles, onClear }: FileFieldProps) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const [isTaking, setIsTaking] = useState(false);
  const [refused, setRefused] = useState('');
  const take = async (files: Promise<readonly HandedFile[]>) => {
    setIsTaking(true);
    setRefused('');
    try {
      const handed = await files;
      if (handed.length > 0) onFiles(handed);
    } catch (cause) {
      setRefused(refusalText(refusalOf(cause)));
    } finally {
      setIsTaking(false);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(shell.handIn([...event.dataTransfer.files]));
  };
  return (
    <fieldset
      className={styles.file}
      data-is-over={isOver}
      aria-describedby={`${id}-help`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <legend className={styles.label}>{label}</legend>
      <div className={styles.fileLine}>
        {chosen !== null && <div className={styles.chosen}>{chosen}</div>}
        <Button
          size="compact-sm"
          variant="default"
          loading={isTaking}
          onClick={() => void take(shell.chooseFiles(purpose))}
        >
          Choose
        </Button>
        {chosen !== null && onClear !== undefined && (
          <Button size="compact-sm" variant="subtle" onClick={onClear}>
            Remove
          </Button>
        )}
        <span className={styles.note}>or drop it here</span>
      </div>
      <p className={styles.error} role="alert">
        {refused !== '' ? refused : error}
      </p>
      <div id={`${id}-help`} className={styles.help}>
        {help}
      </div>
    </fieldset>
  );
}
