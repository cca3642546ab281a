// Writes the sample company's objects as JSON Lines, one file per month, as an export of a real account would be.
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { SAMPLE_DEFAULTS, sampleCompany, type SampleOptions } from '../company.ts';

export interface WrittenSample {
  /** The months' files, oldest first, and the rates as CSV. */
  readonly files: readonly string[];
  readonly objects: number;
}

/** Writes `2026-10.jsonl` and so on, and `rates.csv`, into the folder, which is made when it is missing. */
export async function writeSample(folder: string, options: Partial<SampleOptions> = {}): Promise<WrittenSample> {
  const company = sampleCompany({ ...SAMPLE_DEFAULTS, ...options });
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  let objects = 0;
  for (const delivery of company.deliveries()) {
    const path = join(folder, `${delivery.on.slice(0, 7)}.jsonl`);
    await writeLines(
      path,
      delivery.objects.map((object) => JSON.stringify(object)),
    );
    files.push(path);
    objects += delivery.objects.length;
  }
  const rates = join(folder, 'rates.csv');
  await writeLines(rates, [
    'date,base,quote,rate',
    ...company.rates.map(({ on, base, quote, rate }) => [on, base, quote, rate].join(',')),
  ]);
  return { files: [...files, rates], objects };
}

async function writeLines(path: string, lines: readonly string[]): Promise<void> {
  const stream = createWriteStream(path);
  const done = finished(stream);
  for (const line of lines) if (!stream.write(`${line}\n`)) await Promise.race([once(stream, 'drain'), done]);
  stream.end();
  await done;
}
