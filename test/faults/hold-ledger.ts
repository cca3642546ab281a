// A process that opens a ledger for writing, says so, and appends until it is killed.
import { openLedger } from '../../src/ledger/index.ts';
import { order, toySchema } from '../contract/toy-schema.ts';

const [path = '', keyHex = ''] = process.argv.slice(2);
const ledger = await openLedger({
  path,
  key: new Uint8Array(Buffer.from(keyHex, 'hex')),
  schema: toySchema,
  command: 'countinghouse import',
});
process.stdout.write('open\n');
for (let count = 0; ; count += 1) {
  const run = await ledger.beginRun('import');
  for (let part = 0; part < 3; part += 1) {
    const facts = Array.from({ length: 40 }, (_, index) =>
      order(`h${process.pid}-${count}-${part}-${index}`, `s${index}`, index),
    );
    const { head } = await run.append(facts);
    process.stdout.write(`${head.seq}\n`);
  }
  await run.settle();
}
