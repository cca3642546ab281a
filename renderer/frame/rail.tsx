// The rail: the workspace's name and the areas, settings at the foot.
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { isPermitted } from '../core/acting.ts';
import { core } from '../core/client.ts';
import { useSelection } from '../selection/use-selection.ts';
import { selectionSearch, viewOf } from '../selection/selection.ts';
import { Waiting } from '../parts/waiting.tsx';
import { type Area, AREAS, areaOf } from './areas.ts';
import styles from './frame.module.css';
import { useSurroundings } from './surroundings-context.ts';

interface RailProps {
  /** False where something else than an area is shown. */
  readonly isAtArea: boolean;
}

export function Rail({ isAtArea }: RailProps) {
  const { desk } = useSurroundings();
  const isWithoutLedger = desk?.ledger === null;
  const permitted = AREAS.filter(({ permission }) => isPermitted(desk, permission));
  return (
    <header className={styles.rail}>
      <div className={styles.workspace}>
        <span className={styles.wordmark}>Countinghouse</span>
        {!isWithoutLedger && <WorkspaceName />}
      </div>
      {!isWithoutLedger && (
        <nav aria-label="Areas">
          <AreaList areas={permitted.filter(({ isAtFoot }) => !isAtFoot)} isAtArea={isAtArea} />
          <AreaList areas={permitted.filter(({ isAtFoot }) => isAtFoot)} isAtArea={isAtArea} />
        </nav>
      )}
    </header>
  );
}

function WorkspaceName() {
  const { desk } = useSurroundings();
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  if (status === undefined) return <Waiting height={14} width={112} margin={3} />;
  return (
    <span className={styles.workspaceName} title={desk?.ledger?.path ?? status.ledgerName}>
      {status.workspaceName}
    </span>
  );
}

/** Links of its own, as those of the router call the overview current whatever stands in its place. */
function AreaList({ areas, isAtArea }: RailProps & { readonly areas: readonly Area[] }) {
  const { path: present, go } = useSurroundings();
  const router = useRouter();
  const search = selectionSearch(viewOf(useSelection()));
  const current = isAtArea ? areaOf(present) : undefined;
  const follow = (event: MouseEvent, { path }: Area) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    go(path);
  };
  return (
    <ul className={styles.areas}>
      {areas.map((area) => (
        <li key={area.path}>
          <a
            href={`${area.path}${search}`}
            aria-current={area === current ? 'page' : undefined}
            onClick={(event) => follow(event, area)}
            onPointerEnter={() => void router.preloadRoute({ to: area.path })}
          >
            {area.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
