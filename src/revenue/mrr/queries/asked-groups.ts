// Which groups of a roll-forward a request means.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { groupNames } from './names.ts';
import type { RowsRequest } from './report-shapes.ts';
import type { GroupForward, RollForward } from './roll-forward/index.ts';

/** Groups that a refusal names. */
const NAMES_TOLD = 12;

/** The groups of the roll-forward that the request means: one by id or name, or all. Raises `bad_input` for one that there is not. */
export async function groupsAsked(
  read: ReadHandle,
  { groups }: RollForward,
  { groupBy, group }: Pick<RowsRequest, 'groupBy' | 'group'>,
): Promise<GroupForward[]> {
  if (groupBy === undefined || group === undefined) return [...groups];
  const nameOf = await groupNames(
    read,
    groupBy,
    groups.map((candidate) => candidate.groupId ?? ''),
  );
  const byId = groups.filter((candidate) => candidate.groupId === group);
  const asked = byId.length > 0 ? byId : groups.filter((candidate) => nameOf(candidate.groupId ?? '') === group);
  if (asked.length > 0) return asked;
  const names = [...new Set(groups.map((candidate) => nameOf(candidate.groupId ?? '')))].sort();
  throw new CountinghouseError('bad_input', {
    what: `There is no ${groupBy} "${group}" in this report`,
    where: 'group',
    ...(names.length === 0 ? {} : { fix: `It has ${listed(names)}` }),
  });
}

/** Some names, and how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_TOLD).join(', ');
  return names.length > NAMES_TOLD ? `${shown} and ${names.length - NAMES_TOLD} more` : shown;
}
