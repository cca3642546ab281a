// The yardstick of rebuilding: the same rollups out of the same movements, in one statement of SQL on the same file.
/// <reference path="../../src/ledger/dialects/sqlite/better-sqlite3.d.ts" />
import Database from 'better-sqlite3';
import { BENCH_KEY } from './bench-folder.ts';

/**
 * Sums by month, kind and group, customers that came and went, and cohorts. It may leave out what the bench's customers
 * do not have, and what the product looks for all the same: closed months, several movements a day, plans or currencies
 * of one customer, and amounts to convert.
 */
const ROLL_UP = `create temp table rolled as with
  moves as materialized (
    select customer_id, month, cohort_month, country, plan_id, currency, kind, amount, level, is_last,
      (level > 0) - (level - amount > 0) as turn, effective_on = first_on as is_first
    from (
      select customer_id, substr(effective_on, 1, 7) as month, country, plan_id, currency, kind, amount_mrr as amount,
        effective_on, sum(amount_mrr) over own as level, first_value(effective_on) over own as first_on,
        substr(first_value(effective_on) over own, 1, 7) as cohort_month,
        lead(substr(effective_on, 1, 7)) over own is not substr(effective_on, 1, 7) as is_last
      from mrr_movements join mrr_customers using (customer_id) where effective_on <= rolled_on
      window own as (partition by customer_id order by effective_on))),
  cells as materialized (
    select month, plan_id, country, currency, kind, sum(amount) as amount, sum(turn = 1 and is_first) as new,
      sum(turn = 1 and not is_first) as reactivated, sum(turn = -1) as churned
    from moves group by month, plan_id, country, currency, kind),
  grouped as materialized (
    select 'plan' as dimension, plan_id as group_id, * from cells
    union all select 'country', country, * from cells
    union all select 'total', '', * from cells),
  losses as (
    select month, count(*) as lost from (
      select month, level, lag(level, 1, 0) over (partition by customer_id order by month) as level_before
      from moves where is_last)
    where level_before > 0 and level = 0 group by month),
  counted as (
    select dimension, month, group_id, currency, new, reactivated, churned, 0 as lost from grouped
    union all select dimension, month, group_id, '', new, reactivated, churned, 0 from grouped
    union all select 'total', month, '', '', 0, 0, 0, lost from losses)
  select 'months' as part, dimension as of, month, group_id, currency, sum(amount) filter (where kind = 'new') as first,
    sum(amount) filter (where kind = 'reactivation') as second, sum(amount) filter (where kind = 'expansion') as third,
    sum(amount) filter (where kind = 'contraction') as fourth, sum(amount) filter (where kind = 'churn') as fifth, null as sixth
  from grouped group by dimension, month, group_id, currency
  union all
  select 'counts', dimension, month, group_id, currency, nullif(sum(new), 0), nullif(sum(reactivated), 0),
    nullif(sum(churned), 0), null, null, nullif(sum(lost), 0)
  from counted group by dimension, currency, month, group_id
  having sum(new) + sum(reactivated) + sum(churned) + sum(lost) > 0
  union all
  select 'cohorts', cohort_month, month, '', currency, sum(amount), sum(level) filter (where is_first), sum(turn),
    sum(is_first), null, null
  from moves group by cohort_month, month, currency having sum(amount) <> 0 or sum(turn) <> 0 or sum(is_first) <> 0`;

/** What the product keeps, in the yardstick's columns. */
const KEPT = `
  select 'months' as part, dimension as of, month, group_id, currency, nullif(new_mrr, 0), nullif(reactivation_mrr, 0),
    nullif(expansion_mrr, 0), nullif(contraction_mrr, 0), nullif(churn_mrr, 0), null from mrr_months
  union all
  select 'counts', dimension, month, group_id, currency, nullif(new, 0), nullif(reactivated, 0), nullif(churned, 0),
    nullif(transferred_in, 0), nullif(transferred_out, 0), nullif(lost, 0) from mrr_counts
  union all
  select 'cohorts', cohort_month, month, '', currency, amount_mrr, nullif(initial_mrr, 0), customers, joined, null,
    null from mrr_cohorts`;

const DIFFERENT = `select count(*) as rows from (
  select * from (select * from rolled except select * from (${KEPT}))
  union all select * from (select * from (${KEPT}) except select * from rolled))`;

export interface RollupYardstick {
  rollUp(): void;
  /** Raises when the product's rollups are not the same figures. */
  compare(): void;
  close(): void;
}

/** A second connection to the ledger's file, which reads its movements and writes only a table of its own. */
export function rollupYardstick(path: string): RollupYardstick {
  const database = new Database(path);
  database.exec(`pragma cipher = 'chacha20'; pragma key = 'raw:${Buffer.from(BENCH_KEY).toString('hex')}'`);
  database.exec('pragma cache_size = -65536; pragma temp_store = memory');
  return {
    rollUp() {
      database.exec('drop table if exists temp.rolled');
      database.exec(ROLL_UP);
    },
    compare() {
      const found = database.prepare(DIFFERENT).get() as { rows: number };
      if (found.rows > 0) throw new Error(`${found.rows} rows of the rollups differ from what one statement makes`);
    },
    close() {
      database.close();
    },
  };
}
