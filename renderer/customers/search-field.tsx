// The field that searches the list. "/" leads to it from anywhere on the screen, Escape clears it.
import { useEffect, useRef } from 'react';
import styles from './customers.module.css';

const SEARCH_LENGTH = 200;

interface SearchFieldProps {
  readonly value: string;
  readonly onType: (text: string) => void;
}

export function SearchField({ value, onType }: SearchFieldProps) {
  const fieldRef = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      fieldRef.current?.focus();
      fieldRef.current?.select();
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, []);
  return (
    <input
      ref={fieldRef}
      type="search"
      className={styles.search}
      aria-label="Search customers"
      aria-keyshortcuts="/"
      placeholder="Name, e-mail or id  ( / )"
      maxLength={SEARCH_LENGTH}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return;
        event.preventDefault();
        onType('');
      }}
    />
  );
}
