// Runs one command line from its arguments to its exit status; every refusal ends here as one line.
import { type Command, CommanderError } from 'commander';
import { CountinghouseError } from '../../kernel/index.ts';
import { DoorRefusal } from './door-refusal.ts';
import { commandLine } from './program.ts';
import { watchOutput } from './output-failure.ts';
import type { Terminal } from './terminal.ts';

const BAD_USAGE = 2;
/** What commander calls an end that was asked for: help, or the version. */
const ASKED_FOR = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

/** The exit status: 0 done, 1 found something, 2 bad usage or input. What is no refusal is thrown on. */
export async function runCommandLine(version: string, args: readonly string[], given: Terminal): Promise<number> {
  const output = watchOutput(given);
  const { exitCode, refusal } = await ended(version, args, output.terminal);
  // What was not written is said in place of what followed from it.
  const failure = await output.failure();
  const told = failure ?? refusal;
  if (told !== null) tell(given, args.includes('--json'), told);
  return failure?.exitCode ?? exitCode;
}

interface End {
  readonly exitCode: number;
  /** What is still to be told; null when nothing is. */
  readonly refusal: CountinghouseError | null;
}

async function ended(version: string, args: readonly string[], terminal: Terminal): Promise<End> {
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
    return { exitCode, refusal: null };
  } catch (error) {
    if (error instanceof CommanderError) return endOfUsage(error, meant(program, args));
    if (!(error instanceof CountinghouseError)) throw error;
    return { exitCode: error.exitCode, refusal: error };
  }
}

function endOfUsage(error: CommanderError, command: string): End {
  if (ASKED_FOR.has(error.code) && error.exitCode === 0) return { exitCode: 0, refusal: null };
  if (error.code === 'commander.help') return { exitCode: BAD_USAGE, refusal: null };
  const what = error.message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/\.$/, '');
  const refusal = new CountinghouseError('bad_input', { what, fix: `See ${command} --help` });
  return { exitCode: BAD_USAGE, refusal };
}

/** The command that the arguments begin with, in full. */
function meant(command: Command, [name, ...rest]: readonly string[]): string {
  const found = command.commands.find((one) => one.name() === name);
  return found === undefined ? command.name() : `${command.name()} ${meant(found, rest)}`;
}

function tell(terminal: Terminal, isJson: boolean, error: CountinghouseError): void {
  const { code, what, where = null, fix = null, message } = error;
  const json = error instanceof DoorRefusal ? error.json : JSON.stringify({ code, what, where, fix });
  terminal.stderr.write(isJson ? `{"error":${json}}\n` : `countinghouse: ${message}\n`);
}
