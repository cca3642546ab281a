// The panel that a figure opens: from its rows to a customer, an invoice line and the Stripe object behind it.
import { Drawer } from '@mantine/core';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Drawer.css';
import '@mantine/core/styles/CloseButton.css';
import { type RefObject, useEffect, useRef } from 'react';
import { ConnectionLine } from '../parts/connection-line.tsx';
import { selectionSearch, withoutDrill } from '../selection/selection.ts';
import { useSelect, useSelection } from '../selection/use-selection.ts';
import { DrillPath } from './drill-path.tsx';
import styles from './drill-panel.module.css';
import { DrillPane } from './drill-pane.tsx';
import { openedSteps } from './drill-steps.ts';
import { NoSuchFigure } from './no-such-figure.tsx';

export default function DrillPanel() {
  const selection = useSelection();
  const select = useSelect();
  const steps = openedSteps(selection);
  const bodyRef = useRef<HTMLDivElement>(null);
  useFocusOfStep(bodyRef, steps.length, selectionSearch(selection));
  return (
    <Drawer.Root
      opened
      onClose={() => select(withoutDrill(selection))}
      position="right"
      size="min(960px, calc(100vw - 96px))"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles.content ?? '' }}
    >
      <Drawer.Overlay backgroundOpacity={0.28} />
      <Drawer.Content>
        <div className={styles.layout}>
          <div className={styles.head}>
            <Drawer.Title className={styles.title}>
              {steps.length === 0 ? <strong>No such figure</strong> : <DrillPath steps={steps} />}
            </Drawer.Title>
            <Drawer.CloseButton aria-label="Close" title="Close (Esc)" />
          </div>
          <div className={styles.body} ref={bodyRef}>
            {steps.map((opened, index) => (
              <DrillPane key={selectionSearch(opened.selection)} opened={opened} isHidden={index < steps.length - 1} />
            ))}
            {steps.length === 0 && (
              <section className={styles.pane} tabIndex={-1} aria-label="No such figure" data-autofocus>
                <NoSuchFigure />
              </section>
            )}
          </div>
          <ConnectionLine />
        </div>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** A step deeper takes the focus to the new pane; a step back gives it to the link that had been followed. */
function useFocusOfStep(bodyRef: RefObject<HTMLElement | null>, depth: number, search: string): void {
  const last = useRef({ depth, search });
  useEffect(() => {
    const { depth: depthBefore, search: searchBefore } = last.current;
    last.current = { depth, search };
    if (searchBefore === search) return;
    const pane = bodyRef.current?.querySelector<HTMLElement>(':scope > :not([inert])');
    const followed = [...(pane?.querySelectorAll('a') ?? [])].find((link) => link.search === searchBefore);
    if (depth < depthBefore && followed !== undefined) followed.focus();
    else pane?.focus();
  }, [bodyRef, depth, search]);
}
