// The sample company that all journeys of a run share, and what the command line answers about it.
import { existsSync, mkdirSync, mkdtempSync, copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { askText } from '../e2e/program.ts';

const number = z.number().nullable();

const movementsRow = z.looseObject({
  month: z.string(),
  group: z.string().nullish(),
  currency: z.string(),
  openingMinor: number,
  closingMinor: number,
});
export type MovementsRow = z.infer<typeof movementsRow>;
const movements = z.object({ dataThrough: z.string(), rows: z.array(movementsRow) });

/** The name that the program itself gives the sample company's ledger in a user folder. */
export const SAMPLE_NAME = 'sample-company.ledger';

export class Company {
  /** The run's own folder. */
  readonly folder = mkdtempSync(join(tmpdir(), 'countinghouse-journeys-'));
  /** The sample company, which nobody opens for writing. */
  readonly sample = join(this.folder, SAMPLE_NAME);
  /** A small one, and the Stripe objects that it is made of. */
  readonly small = join(this.folder, 'small.ledger');
  readonly objects = join(this.folder, 'objects');
  readonly #answers = new Map<string, Promise<string>>();

  /** A new user folder that lies, as in a window, in a home of its own. */
  userFolder(name: string): string {
    const home = join(this.folder, name, 'countinghouse');
    mkdirSync(home, { recursive: true });
    return home;
  }

  /** Keeps the ledger that a program made; without one, the command line makes it. */
  async keepSample(made?: string): Promise<void> {
    if (existsSync(this.sample)) return;
    if (made !== undefined && existsSync(made)) copyFileSync(made, this.sample);
    else await askText('sample', '--ledger', this.sample);
  }

  async makeSmall(): Promise<void> {
    if (existsSync(this.small)) return;
    const size = ['--customers', '60', '--months', '14'];
    await askText('sample', '--ledger', this.small, ...size, '--objects', this.objects);
  }

  /** The MRR of the small one. */
  async smallMrr(): Promise<number> {
    const text = await askText('report', 'movements', '--ledger', this.small, '--format', 'json', '--out', '-');
    return Number(movements.parse(JSON.parse(text)).rows.at(-1)?.closingMinor);
  }

  /** What the command line reports about the sample company; each question is asked once. */
  async text(report: string, ...options: string[]): Promise<string> {
    const asked = ['report', report, '--ledger', this.sample, ...options, '--out', '-'];
    const key = asked.join(' ');
    const answer = this.#answers.get(key) ?? askText(...asked);
    this.#answers.set(key, answer);
    return await answer;
  }

  async movements(...options: string[]): Promise<z.infer<typeof movements>> {
    return movements.parse(JSON.parse(await this.text('movements', ...options, '--format', 'json')));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
