// Erasing a person: a fact says so, the key goes, and what was projected from personal fields is projected anew.
import type { Actor, NewFact } from '../fact.ts';
import { FactReader } from '../factlog/read.ts';
import { transactionContext } from '../projecting/context.ts';
import { quoted } from '../dialects/engine.ts';
import type { OpenWritableLedger, Step } from './writable.ts';

/** Runs the erasure in one transaction and leaves no trace of the key or the fields in the file. */
export async function erasePerson(
  ledger: OpenWritableLedger,
  actor: Actor,
  person: string,
  erased: NewFact,
): Promise<Step | null> {
  let done: Step | null = null;
  await ledger.engine.eraseTraces(async () => {
    done = await ledger.step({
      form: 'commit',
      actor,
      decide: async () => [erased],
      also: (step) => forget(ledger, person, step),
    });
  });
  return done;
}

async function forget(ledger: OpenWritableLedger, person: string, { appended }: Step): Promise<void> {
  const { engine } = ledger;
  await ledger.keys.forget(person, appended.head.seq, engine.write);
  const reader = new FactReader(engine.session, engine.dialect.placeholder, ledger.kinds);
  const facts = await reader.ofPerson(person);
  const [digestAt, seqAt] = [engine.dialect.placeholder(1), engine.dialect.placeholder(2)];
  for (const { fact, payloadText } of facts) {
    await engine.session.execute(
      `update ${quoted('facts')} set digest = ${digestAt} where seq = ${seqAt} and digest is not null`,
      [ledger.writer.digestWithoutPerson(fact.kind, payloadText), fact.seq],
    );
  }
  const { batch, recordedAt, seq } = appended.head;
  const context = transactionContext(engine.write, { batch, recordedAt: recordedAt ?? 0, lastSeq: seq });
  await ledger.pipeline.erase(
    person,
    facts.map(({ fact }) => fact),
    context,
  );
}
