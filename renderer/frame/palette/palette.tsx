// The palette: finds customers, invoices, screens and commands by what is typed, with the keyboard alone.
import { Modal } from '@mantine/core';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { counted } from '../../format/words.ts';
import type { DialogProps } from '../dialogs/dialogs.tsx';
import { useSurroundings } from '../surroundings-context.ts';
import { type Choice, grouped } from './choices.ts';
import styles from './palette.module.css';
import { PaletteList } from './palette-list.tsx';
import { noteChoice } from './recent-choices.ts';
import { useChoices } from './use-choices.ts';

const LABEL = 'Find a customer, invoice, screen or command';

export default function Palette({ onClose }: DialogProps) {
  const surroundings = useSurroundings();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const listId = useId();
  const listRef = useRef<HTMLDivElement>(null);
  const { choices, isAsking } = useChoices(typed, surroundings);
  const groups = grouped(choices);
  const shown = groups.flatMap((group) => group.choices);
  const current = shown[Math.min(place, shown.length - 1)];
  const choose = (choice: Choice) => {
    noteChoice(choice);
    onClose();
    choice.run();
  };
  useEffect(() => {
    if (current) listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const press = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const at = Math.min(place, last);
    const next = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, PageDown: last, PageUp: 0 }[
      event.key
    ];
    if (next !== undefined) setPlace(Math.max(0, next));
    else if (event.key === 'Enter' && current !== undefined) choose(current);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={620}
      yOffset="10vh"
      padding={0}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles.content ?? '' }}
    >
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={LABEL}>
        <input
          className={styles.search}
          role="combobox"
          aria-label={LABEL}
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current === undefined ? undefined : `${listId} ${current.id}`.replaceAll(' ', '-')}
          placeholder={LABEL}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setPlace(0);
          }}
          onKeyDown={press}
        />
        <PaletteList id={listId} groups={groups} current={current} onChoose={choose} ref={listRef} />
        {shown.length === 0 && !isAsking && <p className={styles.none}>Nothing here is called that.</p>}
        <p role="status" className={styles.spoken}>
          {typed === '' ? '' : counted(String(shown.length), 'result')}
        </p>
      </Modal.Content>
    </Modal.Root>
  );
}
