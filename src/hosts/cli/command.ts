// How a command is declared: on a ledger, with the options that all have, its work loaded when it is called.
import type { Command } from 'commander';
import { type Invocation, invocation, type Terminal } from './terminal.ts';

/** What every command on a ledger is given. */
export interface LedgerOptions {
  readonly ledger: string;
  readonly keyFile?: string;
  readonly json?: boolean;
  /** The arguments that are no options. */
  readonly files: readonly string[];
}

/** A command's work; resolves with its exit status: 0 done, 1 found something, 2 bad usage or input. */
export type Run<Options> = (call: Invocation, options: Options) => Promise<number>;

const KEY_HELP = "file with the ledger's key; without it COUNTINGHOUSE_KEY, the system's keychain, or a question";

export function onLedger(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .requiredOption('--ledger <file>', "the ledger's file")
    .option('--key-file <file>', KEY_HELP)
    .option('--json', 'print the result as JSON');
}

/** Gives the command its work; `ended` is told the exit status. */
export function runs<Options extends LedgerOptions>(
  command: Command,
  terminal: Terminal,
  ended: (exitCode: number) => void,
  load: () => Promise<Run<Options>>,
): void {
  command.action(async () => {
    const options: Options = { ...command.opts<Options>(), files: command.args };
    const run = await load();
    ended(await run(invocation(terminal, options.json === true, versionOf(command)), options));
  });
}

/** The version of the program that the command belongs to. */
export function versionOf(command: Command): string {
  return command.parent === null ? (command.version() ?? '') : versionOf(command.parent);
}
