// What the palette offers: commands that match what is typed, recent choices first while nothing is.
import type { Keys } from '../../shell/keys.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name: an e-mail address, a status. */
  readonly detail?: string | undefined;
  readonly group: string;
  readonly keys?: Keys | undefined;
  readonly words?: string | undefined;
  run(): void;
}

/** Offered with nothing typed, and with something. */
export const MOST_SHOWN = 40;
const RECENT = 'Recent';
/** What a name that begins with all that was typed is ahead of any other by. */
const BEGINS = 1000;

/** The choices whose name or other words hold every typed word, those that begin with it first. */
export function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(choice, words) })).filter(({ rank }) => rank > 0);
  return ranked.sort((one, other) => other.rank - one.rank).map(({ choice }) => choice);
}

/** All choices, those of `recent` (the latest first) in front under a heading of their own. */
export function recentFirst(choices: readonly Choice[], recent: readonly string[]): readonly Choice[] {
  const chosen = recent.flatMap((id) => choices.find((choice) => choice.id === id) ?? []);
  const rest = choices.filter(({ id }) => !recent.includes(id));
  return [...chosen.map((choice) => ({ ...choice, group: RECENT })), ...rest];
}

/** Neighbors of one group under its heading, in the order of the choices. */
export function grouped(choices: readonly Choice[]): readonly { readonly group: string; readonly choices: Choice[] }[] {
  const groups: { group: string; choices: Choice[] }[] = [];
  for (const choice of choices) {
    const own = groups.find(({ group }) => group === choice.group);
    if (own === undefined) groups.push({ group: choice.group, choices: [choice] });
    else own.choices.push(choice);
  }
  return groups;
}

function rankOf({ name, words: others = '' }: Choice, words: readonly string[]): number {
  const said = name.toLowerCase();
  const parts = said.split(/[\s:,]+/);
  const ranks = words.map((word) => {
    if (said.startsWith(word)) return 4;
    if (parts.some((part) => part.startsWith(word))) return 3;
    if (said.includes(word)) return 2;
    return others.toLowerCase().includes(word) ? 1 : 0;
  });
  if (ranks.some((rank) => rank === 0)) return 0;
  const begins = said.startsWith(words.join(' ')) ? BEGINS : 0;
  return ranks.reduce<number>((sum, rank) => sum + rank, begins);
}
