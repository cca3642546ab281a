// The `report` command and its reports.
import { type Command, Option } from 'commander';
import { civilDay, currency, month } from '../../kernel/index.ts';
import { onLedger, runs } from './command.ts';
import { parsedBy } from './parse-options.ts';
import type { Terminal } from './terminal.ts';

const STATUSES = ['active', 'trialing', 'past_due', 'paused', 'canceled', 'none'];
const SORTS = ['name', 'mrr', 'created', 'active_since', 'country', 'status'];
const KINDS = ['new', 'reactivation', 'expansion', 'contraction', 'churn', 'transfer_in', 'transfer_out', 'fx'];

export function addReport(program: Command, terminal: Terminal, ended: (exitCode: number) => void): void {
  const report = program.command('report').description('write a report as JSON, CSV or XLSX');

  const movements = reportOn(report, 'movements', 'the roll-forward of MRR, month by month')
    .option('--from <month>', 'first month, YYYY-MM', parsedBy(month))
    .option('--to <month>', 'last month, YYYY-MM', parsedBy(month))
    .addOption(groupBy());
  runs(movements, terminal, ended, async () => (await import('./commands/report.ts')).reportMovements);

  const customers = reportOn(report, 'customers', 'the customers with MRR at the end of a month')
    .option('--month <month>', 'YYYY-MM; without it the newest', parsedBy(month))
    .addOption(kind())
    .option('--search <text>', 'only customers with this in their id, name or e-mail');
  runs(customers, terminal, ended, async () => (await import('./commands/report.ts')).reportCustomers);

  const list = outputOf(onLedger(report, 'customer-list', 'every customer where they stand now'))
    .option('--search <text>', 'only customers with this in their name, e-mail or id')
    .addOption(new Option('--status <status...>', 'only these').choices(STATUSES))
    .option('--plan <id>', 'only customers that pay for this plan now')
    .option('--country <code>', 'two letters, or unknown')
    .option('--billing-currency <code>', 'only customers billed in this currency', parsedBy(currency))
    .addOption(new Option('--sort <column>', 'the order of the rows').choices(SORTS).default('mrr'))
    .option('--ascending', 'the smallest first');
  runs(list, terminal, ended, async () => (await import('./commands/report.ts')).reportCustomerList);

  const rows = reportOn(report, 'rows', 'the customer movements behind one month')
    .requiredOption('--month <month>', 'YYYY-MM', parsedBy(month))
    .addOption(kind())
    .addOption(groupBy())
    .option('--group <group>', 'with --group-by: only this group');
  runs(rows, terminal, ended, async () => (await import('./commands/report.ts')).reportRows);
}

function reportOn(report: Command, name: string, description: string): Command {
  return outputOf(onLedger(report, name, description))
    .option('--native', 'one set of rows per billing currency, unconverted')
    .addOption(
      new Option('--series <series>', 'closed months as reported, or restated by what was learned since')
        .choices(['reported', 'economic'])
        .default('reported'),
    )
    .option('--known-on <day>', 'as known at the end of this day, YYYY-MM-DD', parsedBy(civilDay));
}

/** What every report takes: the currency it is shown in, and where it goes. */
function outputOf(command: Command): Command {
  return command
    .option('--currency <code>', 'convert into this currency instead of the reporting currency', parsedBy(currency))
    .addOption(
      new Option('--format <format>', 'without it what the name of --out ends in, else json').choices([
        'json',
        'csv',
        'xlsx',
      ]),
    )
    .option('--out <path>', 'file to write, - for standard output', '-')
    .option('--bom', 'start a CSV with the mark by which Excel knows UTF-8');
}

function groupBy(): Option {
  return new Option('--group-by <group>', 'split by').choices(['plan', 'country', 'currency']);
}

function kind(): Option {
  return new Option('--kind <kind>', 'only movements of this kind').choices(KINDS);
}
