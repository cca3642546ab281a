// `countinghouse start`: what `npm start` runs where there is no window: the browser door on the sample company.
import { existsSync } from 'node:fs';
import { sampleCompanyFile, sampleCompanyPath } from '../../../app/sample-company.ts';
import type { Invocation } from '../terminal.ts';
import { sampleLine } from './sample.ts';
import { serveLedger } from './serve.ts';

export interface StartOptions {
  readonly port: number;
  readonly json?: boolean;
  readonly open: boolean;
  /** Only makes the sample company. */
  readonly prepare?: boolean;
}

export async function start(call: Invocation, options: StartOptions): Promise<number> {
  if (!existsSync(sampleCompanyPath())) call.note('Making the sample company, once; this takes a minute or so…');
  const file = await sampleCompanyFile({
    signal: call.terminal.interrupted,
    onProgress: (progress) => call.progress(sampleLine(progress)),
  });
  call.progress(null);
  if (options.prepare === true) return 0;
  return await serveLedger(call, file, options);
}
