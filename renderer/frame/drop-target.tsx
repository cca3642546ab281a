// The whole window takes dropped files; while they hover, it says what becomes of them.
import { useEffect, useRef, useState } from 'react';
import { takeDropped } from '../shell/handed-files.ts';
import styles from './drop-target.module.css';
import { useSurroundings } from './surroundings-context.ts';

export function DropTarget() {
  const surroundings = useSurroundings();
  const latest = useRef(surroundings);
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    latest.current = surroundings;
  }, [surroundings]);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      // A place of its own, such as the field for a logo, has taken it already.
      if (event.defaultPrevented || event.dataTransfer === null) return;
      event.preventDefault();
      void takeDropped([...event.dataTransfer.files], latest.current);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={styles.target} role="status">
      <p>
        <strong>Drop to take in.</strong> A ledger opens; Stripe exports (JSON, JSON Lines) are imported; exchange rates
        (CSV) are added.
      </p>
    </div>
  );
}
