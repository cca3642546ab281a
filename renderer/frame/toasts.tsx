// Toasts: what was done, with a button that undoes it, and what was refused, with what to do about it.
import { Button } from '@mantine/core';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Notification.css';
import { Notifications, notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';
import { useEffect } from 'react';
import { showToasts, type Toast, tellRefusal } from '../core/toasts.ts';
import styles from './toasts.module.css';

const DONE_MS = 5000;
const UNDO_MS = 12_000;

export default function Toasts() {
  useEffect(() => showToasts(show), []);
  return (
    <Notifications
      position="bottom-right"
      limit={4}
      transitionDuration={0}
      containerWidth={400}
      zIndex={1000}
      classNames={{ root: styles.host ?? '' }}
    />
  );
}

function show(toast: Toast): void {
  const { what, where, fix, isTrouble = false, undo } = toast;
  const id = notifications.show({
    title: what,
    message: (
      <>
        {fix}
        {where !== undefined && <span className={styles.where}>{where}</span>}
        {undo !== undefined && (
          <Button
            size="compact-sm"
            variant="default"
            className={styles.undo ?? ''}
            onClick={() => void reverse(id, undo)}
          >
            Undo
          </Button>
        )}
      </>
    ),
    role: isTrouble ? 'alert' : 'status',
    color: isTrouble ? 'var(--warning)' : 'var(--accent)',
    autoClose: isTrouble ? false : undo === undefined ? DONE_MS : UNDO_MS,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Dismiss' },
    classNames: { root: styles.toast ?? '', title: styles.title ?? '', description: styles.message ?? '' },
  });
}

async function reverse(id: string, undo: () => Promise<unknown>): Promise<void> {
  notifications.hide(id);
  try {
    await undo();
  } catch (error) {
    tellRefusal(error);
  }
}
