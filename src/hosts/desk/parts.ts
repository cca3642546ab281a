// The parts that a desk is put together from, as its procedures use them.
import type { KeptFile } from '../../app/kept-file.ts';
import type { Preferences } from '../../app/preferences.ts';
import type { ProblemLog } from '../../app/problem-log.ts';
import type { DeskStatus } from '../../router/index.ts';
import type { Backups } from './backups.ts';
import type { Feed } from './feed.ts';
import type { DeskOptions } from './host.ts';
import type { Actors } from './acting.ts';
import type { Jobs } from './jobs.ts';
import type { LedgerPlace } from './open-ledger.ts';
import type { Openings } from './openings.ts';
import type { Recents } from './recents.ts';
import type { Tickets } from './tickets.ts';
import type { OwnFiles } from './uploads.ts';

export interface DeskParts {
  readonly options: DeskOptions;
  readonly samplePath: string;
  readonly preferences: KeptFile<Preferences>;
  readonly problems: ProblemLog;
  readonly recents: Recents;
  readonly tickets: Tickets;
  readonly ownFiles: OwnFiles;
  readonly place: LedgerPlace;
  readonly jobs: Jobs;
  readonly openings: Openings;
  readonly actors: Actors;
  readonly backups: Backups;
  readonly statuses: Feed<DeskStatus>;
  status(): DeskStatus;
}
