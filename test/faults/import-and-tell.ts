// Imports a file into a ledger and tells, after each transaction has become durable, the head that it may lose no more:
// `node import-and-tell.ts LEDGER FILE` prints `open`, then `SEQ HASH` per transaction, then `done`.
import { writeSync } from 'node:fs';
import { openForWriting } from '../../src/app/open-ledger.ts';
import { importFiles } from '../../src/stripe/objects/index.ts';

const [path = '', file = ''] = process.argv.slice(2);

/** Writes past all buffers, so that what is told is told before anything else happens. */
function tell(line: string): void {
  writeSync(1, `${line}\n`);
}

const ledger = await openForWriting({ path, key: null, command: 'import-and-tell' });
ledger.onChange(({ head }) => tell(`${head.seq} ${head.hash}`));
tell('open');
await importFiles(ledger, [file]);
await ledger.close();
tell('done');
