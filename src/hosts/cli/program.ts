// The commands, their options and their help. What they do is loaded only when they are called.
import { Command } from 'commander';
import { currency, month, timeZone } from '../../kernel/index.ts';
import { onLedger, runs, versionOf } from './command.ts';
import { parsedBy, wholeNumber } from './parse-options.ts';
import { addReport } from './report-command.ts';
import type { StartOptions } from './commands/start.ts';
import { invocation, type Terminal } from './terminal.ts';

const EXIT_HELP = '\nExit status: 0 done, 1 something was found, 2 bad usage or input.';

/** The command line; `ended` is told the exit status of the command that ran. */
export function commandLine(version: string, terminal: Terminal, ended: (exitCode: number) => void): Command {
  const program = new Command('countinghouse')
    .description('A finance console for subscription businesses: one ledger, and every figure opens.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .addHelpText('after', EXIT_HELP);
  addTaking(program, terminal, ended);
  addReport(program, terminal, ended);
  addKeeping(program, terminal, ended);
  addServing(program, terminal, ended);
  addCalling(program, terminal, ended);
  return program;
}

/** Commands that take something into a ledger. */
function addTaking(program: Command, terminal: Terminal, ended: (exitCode: number) => void): void {
  const sample = onLedger(program, 'sample', 'make the ledger of a sample company, the same to the byte for a seed')
    .option('--customers <count>', 'how many customers', wholeNumber(50, 1_000_000), 2400)
    .option('--months <count>', 'how many months of history', wholeNumber(1, 240), 36)
    .option('--seed <number>', 'another company for another number', wholeNumber(0, 4_294_967_295), 1)
    .option('--objects <folder>', 'also write the Stripe objects as JSON Lines into this folder');
  runs(sample, terminal, ended, async () => (await import('./commands/sample.ts')).makeSample);

  const importing = creates(
    onLedger(program, 'import', 'take in Stripe objects and events; makes the ledger where there is none'),
  )
    .argument('<files...>', 'JSON Lines, or JSON as the Stripe CLI prints it')
    .option('--strict', 'change nothing at all unless every line is good');
  runs(importing, terminal, ended, async () => (await import('./commands/import.ts')).importObjects);

  const rates = onLedger(program, 'rates', 'take in exchange rates from CSV with the columns date, base, quote, rate')
    .argument('<files...>', 'CSV files')
    .option('--source <name>', "who published the rates; without it the file's name");
  runs(rates, terminal, ended, async () => (await import('./commands/rates.ts')).takeRates);
}

/** The options of a command that may make a new ledger. */
function creates(command: Command): Command {
  return command
    .option('--name <name>', "name of a new workspace; without it the file's name")
    .option(
      '--time-zone <zone>',
      "its zone for days and months, such as Europe/Berlin; without it this machine's",
      parsedBy(timeZone),
    )
    .option(
      '--reporting-currency <code>',
      'its currency for totals; without it the one most used in the files',
      parsedBy(currency),
    )
    .option('--no-encrypt', 'keep a new ledger readable to everybody who can read the file');
}

/** Commands that keep a ledger safe and right. */
function addKeeping(program: Command, terminal: Terminal, ended: (exitCode: number) => void): void {
  const verify = onLedger(
    program,
    'verify',
    'compute everything again from the facts and compare; exit 1 on any difference',
  );
  runs(verify, terminal, ended, async () => (await import('./commands/verify.ts')).verify);

  const backup = onLedger(program, 'backup', 'write a consistent copy, also while the ledger is in use').requiredOption(
    '--out <file>',
    'the copy to write; it has the same key',
  );
  runs(backup, terminal, ended, async () => (await import('./commands/backup.ts')).backup);

  const restore = onLedger(
    program,
    'restore',
    "put a backup in the ledger's place, once it is found whole",
  ).requiredOption('--from <file>', 'the backup');
  runs(restore, terminal, ended, async () => (await import('./commands/restore.ts')).restore);

  const close = onLedger(
    program,
    'close-month',
    'close the books of a month: its reported figures never move again',
  ).requiredOption('--month <month>', 'YYYY-MM', parsedBy(month));
  runs(close, terminal, ended, async () => (await import('./commands/close-month.ts')).closeBooks);

  const erase = onLedger(program, 'erase', "make a customer's personal fields unreadable for ever; no figure changes")
    .requiredOption('--customer <id>', "Stripe's id of the customer")
    .option('--yes', 'do it; without this it only says what it would do');
  runs(erase, terminal, ended, async () => (await import('./commands/erase.ts')).erase);

  const rebuild = onLedger(program, 'rebuild', 'compute all tables again from the facts');
  runs(rebuild, terminal, ended, async () => (await import('./commands/rebuild.ts')).rebuild);
}

function addServing(program: Command, terminal: Terminal, ended: (exitCode: number) => void): void {
  const serve = onLedger(program, 'serve', 'open the browser door on 127.0.0.1 and print its one-time link')
    .option('--port <number>', 'without it any free one', wholeNumber(0, 65_535), 0)
    .option('--open', 'also open the link in the browser');
  runs(serve, terminal, ended, async () => (await import('./commands/serve.ts')).serve);

  const starting = program
    .command('start', { hidden: true })
    .argument('[ledger]')
    .option('--port <number>', '', wholeNumber(0, 65_535), 0)
    .option('--sample')
    .option('--json')
    .option('--browser')
    .option('--no-open')
    .action(async (ledger: string | undefined, options: StartOptions) => {
      const { start } = await import('./commands/start.ts');
      const call = invocation(terminal, options.json === true, versionOf(starting));
      ended(await start(call, ledger ?? null, options));
    });
}

const CALL_HELP = `
Prints the procedure's answer as JSON. Subscriptions, and what belongs to an open window or
door (desk), cannot be called. With --json an error is printed as the doors answer it.

  countinghouse call workspace.status --ledger company.ledger
  countinghouse call reports.movements --input '{"from":"2026-01"}' --ledger company.ledger`;

/** The router's procedures, one at a time, for scripts. */
function addCalling(program: Command, terminal: Terminal, ended: (exitCode: number) => void): void {
  const calling = onLedger(program, 'call', 'ask one procedure that the screens ask, such as reports.movements')
    .argument('<procedure>', 'its name, as in the address of the browser door')
    .option('--input <json>', 'what it takes, as JSON; - reads it from standard input')
    .option('--as <member>', 'the id of the member who acts; without it the one chosen under Settings > People')
    .addHelpText('after', CALL_HELP);
  runs(calling, terminal, ended, async () => (await import('./commands/call.ts')).callProcedure);
}
