// The logo of a form: chosen or dropped here, read in the page, shown as it will stand on documents.
import { Button } from '@mantine/core';
import { type DragEvent, useId, useRef, useState } from 'react';
import type { CoreForm } from '../parts/form/use-core-form.ts';
import type { BrandingValues } from './branding-values.ts';
import styles from './logo-field.module.css';

const LIMIT_KIB = 256;

export function LogoField({ of }: { readonly of: CoreForm<BrandingValues> }) {
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [refused, setRefused] = useState('');
  const { logo } = of.form.values;
  const set = (address: string) => {
    of.form.setValues({ logo: address });
    of.form.clearFieldError('logo');
    setRefused('');
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > LIMIT_KIB * 1024) return setRefused(`${file.name} is larger than ${LIMIT_KIB} KiB.`);
    set(await addressOf(file));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <fieldset
      className={styles.logo}
      data-is-over={isOver}
      aria-describedby={`${id}-help ${id}-error`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <legend>Logo</legend>
      <div className={styles.line}>
        <span className={styles.picture}>{logo === '' ? 'None' : <img src={logo} alt="The logo" />}</span>
        <input
          ref={chooser}
          type="file"
          hidden
          accept="image/png,image/jpeg,image/svg+xml"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
        <Button size="compact-sm" variant="default" data-path="logo" onClick={() => chooser.current?.click()}>
          Choose
        </Button>
        {logo !== '' && (
          <Button size="compact-sm" variant="subtle" onClick={() => set('')}>
            Remove
          </Button>
        )}
      </div>
      <p id={`${id}-error`} className={styles.error} role="alert">
        {refused === '' ? of.form.errors['logo'] : refused}
      </p>
      <p id={`${id}-help`} className={styles.help}>
        PNG, JPEG or SVG, at most {LIMIT_KIB} KiB; it can also be dropped here.
      </p>
    </fieldset>
  );
}

function addressOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file could not be read')));
    reader.readAsDataURL(file);
  });
}
