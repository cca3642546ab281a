// Runs one command line from its arguments to its exit status; every refusal ends here as one line.
import { type Command, CommanderError } from 'commander';
import { CountinghouseError } from '../../kernel/index.ts';
import { commandLine } from './program.ts';
import type { Terminal } from './terminal.ts';

const BAD_USAGE = 2;
/** What commander calls an end that was asked for: help, or the version. */
const ASKED_FOR = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

/** The exit status: 0 done, 1 found something, 2 bad usage or input. What is no refusal is thrown on. */
export async function runCommandLine(version: string, args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const program = commandLine(version, terminal, (code) => {
    exitCode = code;
  });
  for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: () => undefined,
    });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    const isJson = args.includes('--json');
    if (error instanceof CommanderError) return endOfUsage(error, terminal, isJson, meant(program, args));
    if (!(error instanceof CountinghouseError)) throw error;
    tell(terminal, isJson, error);
    return error.exitCode;
  }
}

function endOfUsage(error: CommanderError, terminal: Terminal, isJson: boolean, command: string): number {
  if (ASKED_FOR.has(error.code) && error.exitCode === 0) return 0;
  if (error.code === 'commander.help') return BAD_USAGE;
  const what = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
  tell(terminal, isJson, new CountinghouseError('bad_input', { what, fix: `See ${command} --help` }));
  return BAD_USAGE;
}

/** The command that the arguments begin with, in full. */
function meant(command: Command, [name, ...rest]: readonly string[]): string {
  const found = command.commands.find((one) => one.name() === name);
  return found === undefined ? command.name() : `${command.name()} ${meant(found, rest)}`;
}

function tell(terminal: Terminal, isJson: boolean, error: CountinghouseError): void {
  const { code, what, where = null, fix = null, message } = error;
  const line = isJson ? JSON.stringify({ error: { code, what, where, fix } }) : `countinghouse: ${message}`;
  terminal.stderr.write(`${line}\n`);
}
