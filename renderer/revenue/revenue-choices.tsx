// The choices over the statement: how it is grouped, what it counts, and which line stands for a closed group.
import { Choice } from '../parts/choice.tsx';
import choiceStyles from '../parts/choice.module.css';
import { GROUPINGS, type Grouping, kept, type Selection, withoutDrill } from '../selection/selection.ts';
import { useSelect } from '../selection/use-selection.ts';
import type { StatementLine, StatementTable } from './statement-lines.ts';

const GROUPING_WORDS: Readonly<Record<Grouping | 'none', string>> = {
  none: 'Nothing',
  plan: 'Plan',
  country: 'Country',
  currency: 'Currency',
};
const TABLES = [
  { value: 'mrr', name: 'MRR' },
  { value: 'customers', name: 'Customers' },
] as const;
const ALL = 'all';

interface RevenueChoicesProps {
  readonly selection: Selection;
  readonly table: StatementTable;
  readonly lines: readonly StatementLine[];
}

export function RevenueChoices({ selection, table, lines }: RevenueChoicesProps) {
  const select = useSelect();
  const base = withoutDrill(selection);
  const groupings = (['none', ...GROUPINGS] as const).map((value) => ({ value, name: GROUPING_WORDS[value] }));
  const standing = lines.some(({ field }) => field === selection.lines) ? selection.lines : undefined;
  const closing = lines.at(-1)?.field ?? '';
  return (
    <>
      <Named name="Grouped by">
        <Choice
          legend="Grouped by"
          options={groupings}
          value={selection.by ?? 'none'}
          onChange={(by) => select(kept({ ...base, by: by === 'none' ? undefined : by, lines: undefined }))}
        />
      </Named>
      <Named name="Table of">
        <Choice
          legend="Table of"
          options={TABLES}
          value={table}
          onChange={(value) => select(kept({ ...base, table: value === 'mrr' ? undefined : value, lines: undefined }))}
        />
      </Named>
      {selection.by !== undefined && (
        <label className={choiceStyles.named}>
          <span>Each group’s</span>
          <select
            value={selection.lines === ALL ? ALL : (standing ?? closing)}
            onChange={({ currentTarget: { value } }) =>
              select(kept({ ...base, lines: value === closing ? undefined : value }))
            }
          >
            {lines.map(({ field, name }) => (
              <option key={field} value={field}>
                {name}
              </option>
            ))}
            <option value={ALL}>Whole roll-forward</option>
          </select>
        </label>
      )}
    </>
  );
}

function Named({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className={choiceStyles.named}>
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  );
}
