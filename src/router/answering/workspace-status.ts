// Under which settings the ledger reports, and how fresh it is.
import { workspaceOf } from '../../governance/workspace/index.ts';
import type { ReadableLedger } from '../../ledger/index.ts';
import { COUNTINGHOUSE_POLICY, freshness } from '../../revenue/mrr/index.ts';
import { coverage } from '../../stripe/objects/index.ts';
import type { WorkspaceStatus } from '../answers.ts';

/** The status now. Raises `not_found` in a ledger without a workspace. */
export async function workspaceStatus(ledger: ReadableLedger, ledgerName: string): Promise<WorkspaceStatus> {
  const head = await ledger.head();
  return await ledger.snapshot(async (read) => {
    const workspace = await workspaceOf(read);
    const { dataThrough, isSettling } = await freshness(read);
    return {
      ledgerName,
      workspaceName: workspace.name,
      timeZone: workspace.timeZone,
      reportingCurrency: workspace.reportingCurrency,
      policy: COUNTINGHOUSE_POLICY.name,
      dataThrough,
      isSettling,
      facts: head.seq,
      objects: (await coverage(read)).reduce((sum, { observed }) => sum + observed, 0),
      headHash: head.hash,
      lastRecordedAt: head.recordedAt,
    };
  });
}
