// Asks for a secret on the terminal, without showing what is typed.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks for what is named, such as `Key of acme.ledger`; null when nobody is there to answer, or nothing was typed. */
export async function askOnTerminal(named: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  process.stderr.write(`${named} (nothing will be shown): `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true, historySize: 0 });
  try {
    const answer = (await terminal.question('')).trim();
    return answer === '' ? null : answer;
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
