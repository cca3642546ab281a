// Table definitions as SQL.
import type { TableDefinition } from '../tables.ts';
import { quoted, type Dialect, type Session } from './engine.ts';

/** The statements that make the table and its indexes. */
export function createStatements(table: TableDefinition, dialect: Dialect): string[] {
  const columns = Object.entries(table.columns).map(([name, type]) => {
    const isNullable = type.endsWith('?');
    const base = (isNullable ? type.slice(0, -1) : type) as keyof Dialect['columnTypes'];
    return `${quoted(name)} ${dialect.columnTypes[base]}${isNullable ? '' : ' not null'}`;
  });
  const key = `primary key (${table.primaryKey.map(quoted).join(', ')})`;
  const indexes = Object.entries(table.indexes ?? {}).map(
    ([name, on]) =>
      `create index ${quoted(indexName(table, name))} on ${quoted(table.name)} (${on.map(quoted).join(', ')})`,
  );
  return [
    `create table ${quoted(table.name)} (${[...columns, key].join(', ')})${dialect.tableSuffix(table)}`,
    ...indexes,
  ];
}

/** Makes the tables, in order. */
export async function createTables(
  session: Session,
  dialect: Dialect,
  tables: readonly TableDefinition[],
): Promise<void> {
  for (const table of tables) {
    for (const statement of createStatements(table, dialect)) await session.run(statement);
  }
}

/** Drops tables by name, with their indexes, whether they are there or not. */
export async function dropTables(session: Session, names: readonly string[]): Promise<void> {
  for (const name of names) await session.run(`drop table if exists ${quoted(name)}`);
}

function indexName(table: TableDefinition, name: string): string {
  return name.startsWith(`${table.name}_`) ? name : `${table.name}_${name}`;
}
