// JSON: the report's envelope with its rows, one row to a line.
import type { ExportReport } from './columns.ts';

const ROWS_PER_PIECE = 512;

/** The report as pieces of one JSON document; amounts stay whole minor units. */
export function* jsonPieces(report: ExportReport): Generator<string> {
  const head = Object.entries(report.envelope).map(
    ([field, value]) => `  ${JSON.stringify(field)}: ${JSON.stringify(value)},\n`,
  );
  let piece = `{\n${head.join('')}  "rows": [`;
  let count = 0;
  for (const row of report.rows) {
    piece += `${count === 0 ? '\n    ' : ',\n    '}${JSON.stringify(row)}`;
    count += 1;
    if (count % ROWS_PER_PIECE !== 0) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${count === 0 ? '' : '\n  '}]\n}\n`;
}
