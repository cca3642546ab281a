// Which projections wrote the tables that are there, and whether they are the ones this program has.
import { hash } from 'node:crypto';
import type { Engine, Session } from '../dialects/engine.ts';
import type { Projection } from '../projection.ts';
import { builtProjections } from '../factlog/tables.ts';

interface Built {
  readonly position: number;
  readonly name: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly tables: string;
}

const SELECT = 'select position, name, version, fingerprint, tables from built_projections order by position';

/** Whether the tables that are there are those of the projections, in their version and order. */
export async function areBuilt(session: Session, projections: readonly Projection[]): Promise<boolean> {
  const { rows } = await session.query<Built>(SELECT, []);
  const expected = rowsOf(projections);
  return (
    rows.length === expected.length &&
    rows.every((row, index) => {
      const other = expected[index];
      return row.name === other?.name && row.version === other.version && row.fingerprint === other.fingerprint;
    })
  );
}

/** Names of the tables that projections wrote so far. */
export async function builtTables(session: Session): Promise<string[]> {
  const { rows } = await session.query<Built>(SELECT, []);
  return rows.flatMap(({ tables }) => JSON.parse(tables) as string[]);
}

/** Notes that the tables are those of the projections. */
export async function noteBuilt(engine: Engine, projections: readonly Projection[]): Promise<void> {
  await engine.session.run('delete from built_projections');
  await engine.write.insertRows(builtProjections, rowsOf(projections));
}

function rowsOf(projections: readonly Projection[]): Built[] {
  return projections.map(({ name, version, tables, kinds }, position) => ({
    position,
    name,
    version,
    fingerprint: hash('sha256', JSON.stringify([tables, kinds]), 'hex').slice(0, 32),
    tables: JSON.stringify(tables.map((table) => table.name)),
  }));
}
