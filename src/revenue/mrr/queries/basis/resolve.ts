// What a request stands on: settings, series, how far knowledge reaches, and where the sums come from.
import { CountinghouseError, addDays, instant, monthOfDay, startOfDay } from '../../../../kernel/index.ts';
import type { CivilDay, Currency, Instant, Month } from '../../../../kernel/index.ts';
import { workspaceOf } from '../../../../governance/workspace/index.ts';
import type { Workspace } from '../../../../governance/workspace/index.ts';
import type { ReadHandle } from '../../../../ledger/index.ts';
import { COUNTINGHOUSE_POLICY } from '../../policy.ts';
import type { FigureRequest, ReportEnvelope, SeriesName } from '../report-shapes.ts';
import { computedSums } from './computed-sums.ts';
import { storedSums } from './stored-sums.ts';
import type { Sums } from './sums.ts';

export interface Basis {
  readonly read: ReadHandle;
  readonly workspace: Workspace;
  readonly series: SeriesName;
  /** What amounts are converted into; null when they stay in their billing currencies. */
  readonly into: Currency | null;
  /** Only this billing currency, in a native report. */
  readonly only: Currency | null;
  readonly knownOn: CivilDay | null;
  /** Only what was recorded up to this instant; null for all. */
  readonly recordedBy: Instant | null;
  /** The last day that figures cover; null before anything was taken in. */
  readonly through: CivilDay | null;
  readonly sums: Sums;
}

/**
 * The basis of a request. Raises `not_found` without a workspace, and `not_known` for a day before anything was
 * taken in.
 */
export async function resolveBasis(read: ReadHandle, request: FigureRequest): Promise<Basis> {
  const workspace = await workspaceOf(read);
  const { knownOn = null } = request;
  const recordedBy = knownOn === null ? null : instant(startOfDay(addDays(knownOn, 1), workspace.timeZone) - 1);
  const through = await reachOf(read, recordedBy);
  if (knownOn !== null && through === null) {
    throw new CountinghouseError('not_known', {
      what: `Nothing was known yet on ${knownOn}`,
      fix: 'Ask for a day on or after the first import',
    });
  }
  const series = request.series ?? 'reported';
  const isNative = request.isNative === true;
  const into = isNative ? null : (request.currency ?? workspace.reportingCurrency);
  const isForeign = into !== null && into !== workspace.reportingCurrency;
  const isStored = recordedBy === null && !isForeign;
  const parts = { read, series, into, isForeign, recordedBy, through };
  return {
    read,
    workspace,
    series,
    into,
    only: isNative ? (request.currency ?? null) : null,
    knownOn,
    recordedBy,
    through,
    sums: isStored ? storedSums(parts) : computedSums(parts),
  };
}

async function reachOf(read: ReadHandle, recordedBy: Instant | null): Promise<CivilDay | null> {
  let query = read.selectFrom('mrr_horizon').select('through_on').orderBy('through_on', 'desc').limit(1);
  if (recordedBy !== null) query = query.where('recorded_at', '<=', recordedBy);
  return ((await query.executeTakeFirst())?.through_on ?? null) as CivilDay | null;
}

/** The last month that the basis knows anything of. */
export function lastMonth({ through }: Basis): Month | null {
  return through === null ? null : monthOfDay(through);
}

/** The envelope around a report's rows. */
export function envelope<Row>(
  report: ReportEnvelope<Row>['report'],
  basis: Basis,
  rows: readonly Row[],
  warnings: readonly string[],
): ReportEnvelope<Row> {
  return {
    report,
    policy: COUNTINGHOUSE_POLICY.name,
    series: basis.series,
    currency: basis.into,
    timeZone: basis.workspace.timeZone,
    knownOn: basis.knownOn,
    dataThrough: basis.through,
    rows,
    warnings,
  };
}
