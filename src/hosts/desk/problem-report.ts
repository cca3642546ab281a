// A report on this program to hand on when something is wrong: what it is, what it holds in numbers, what went wrong.
// No name, no path, no key and nothing of a customer is in it.
import { release } from 'node:os';
import { z } from 'zod';
import { told } from '../../app/problem-log.ts';
import type { ErrorAnswer } from '../../router/index.ts';
import type { JobGiven } from '../../app/job-journal.ts';
import type { OnDesk } from './open-ledger.ts';

export const LINES_TOLD = 50;

/** What is taken of a ledger's status: numbers, and hashes of its content. */
const status = z.object({
  timeZone: z.string(),
  reportingCurrency: z.string(),
  policy: z.string(),
  dataThrough: z.string().nullable(),
  facts: z.int(),
  objects: z.int(),
  headHash: z.string(),
  isSettling: z.boolean(),
});

export interface Reported {
  readonly door: string;
  readonly version: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly ledger: OnDesk | null;
  readonly trouble: ErrorAnswer | null;
  readonly running: readonly { readonly given: JobGiven; readonly startedAt: number }[];
  readonly problems: readonly string[];
}

export async function problemReport(about: Reported): Promise<string> {
  const versions = { node: process.versions.node, ...about.versions };
  return [
    `Countinghouse ${about.version}, ${about.door} door`,
    `System: ${process.platform} ${release()} ${process.arch}`,
    ...Object.entries(versions).map(([name, version]) => `${name}: ${version}`),
    '',
    ...(await ledgerLines(about.ledger)),
    ...(about.trouble === null ? [] : [`Trouble: ${about.trouble.code}, ${told(about.trouble.what)}`]),
    `Jobs running: ${about.running.length}`,
    ...about.running.map(({ given, startedAt }) => `  ${given.kind} since ${instantText(startedAt)}`),
    '',
    `Problems noted: ${about.problems.length}`,
    ...about.problems.map((line) => `  ${line}`),
  ].join('\n');
}

async function ledgerLines(ledger: OnDesk | null): Promise<string[]> {
  if (ledger === null) return ['Ledger: none open'];
  const outcome = await ledger.core.call({ path: 'workspace.status', type: 'query', input: undefined });
  const { isEncrypted, isSample, cloudService } = ledger.told;
  return [
    `Ledger: open, ${isEncrypted ? 'encrypted' : 'not encrypted'}${isSample ? ', the sample company' : ''}${cloudService === null ? '' : `, in a folder of ${cloudService}`}`,
    ...(outcome.isOk ? statusLines(JSON.parse(outcome.json)) : [`Its status was refused: ${codeOf(outcome.json)}`]),
    ...(await schemaLines()),
  ];
}

function statusLines(answer: unknown): string[] {
  const { facts, objects, headHash, dataThrough, policy, timeZone, reportingCurrency, isSettling } =
    status.parse(answer);
  return [
    `Facts: ${facts}; Stripe objects: ${objects}; data through: ${dataThrough ?? 'nothing yet'}${isSettling ? '; settling' : ''}`,
    `Head: ${headHash}`,
    `Settings: ${policy}, ${timeZone}, ${reportingCurrency}`,
  ];
}

async function schemaLines(): Promise<string[]> {
  const { applicationSchema } = await import('../../app/schema.ts');
  const { factKinds, projections } = applicationSchema;
  return [
    `Projections: ${projections.map(({ name, version }) => `${name} ${version}`).join(', ')}`,
    `Kinds of facts: ${factKinds.map(({ kind, version }) => `${kind} ${version}`).join(', ')}`,
  ];
}

function codeOf(json: string): string {
  const shape = z.object({ data: z.object({ code: z.string() }) }).safeParse(JSON.parse(json));
  return shape.success ? told(shape.data.data.code) : 'unknown';
}

function instantText(at: number): string {
  return new Date(at * 1000).toISOString();
}
