// Finding text inside text, in words that every database understands.
import { type Expression, sql, type SqlBool } from 'kysely';

/** Whether the expression's text has `part` in it; whatever in `part` would stand for other text stands for itself. */
export function contains(text: Expression<unknown>, part: string): Expression<SqlBool> {
  const pattern = `%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<SqlBool>`${text} like ${pattern} escape '\\'`;
}
