// The areas that can be gone to; an area that is not there yet is absent.
import { Link } from '@tanstack/react-router';
import styles from './frame.module.css';

const AREAS = [{ path: '/', name: 'Overview' }] as const;

export function Areas() {
  return (
    <nav aria-label="Areas">
      <ul className={styles.areas}>
        {AREAS.map(({ path, name }) => (
          <li key={path}>
            <Link to={path} activeOptions={{ exact: true, includeSearch: false }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
