// The yardstick of the dashboard: the same four questions, asked of DuckDB over the raw movements.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { syntheticCustomers } from './synthetic-movements.ts';

/** The four questions as SQL over `movements(customer_id, month, plan_id, kind, amount)`. */
export const QUESTIONS = {
  'MRR by kind': `select month, kind, sum(amount) from movements group by month, kind order by month, kind`,
  'MRR by plan': `
    with months as (select distinct month from movements), plans as (select distinct plan_id from movements),
      sums as (select month, plan_id, sum(amount) as amount from movements group by month, plan_id)
    select month, plan_id, sum(coalesce(amount, 0)) over (partition by plan_id order by month)
    from months cross join plans left join sums using (month, plan_id) order by month, plan_id`,
  cohorts: `
    with firsts as (select customer_id, min(month) as cohort from movements where kind = 'new' group by customer_id),
      sums as (
        select cohort, month, sum(amount) as amount,
          sum(case kind when 'new' then 1 when 'reactivation' then 1 when 'churn' then -1 else 0 end) as customers
        from movements join firsts using (customer_id) group by cohort, month)
    select cohort, month, sum(amount) over (partition by cohort order by month),
      sum(customers) over (partition by cohort order by month) from sums order by cohort, month`,
  'LTV by month': `
    with lives as (
        select customer_id, month, sum(case kind when 'new' then 1 when 'reactivation' then 1 when 'churn' then -1 else 0 end) as change
        from movements group by customer_id, month),
      counts as (select month, sum(change) as net, count(*) filter (where change < 0) as lost from lives group by month),
      sums as (select month, sum(amount) as amount from movements group by month),
      ends as (
        select month, lost, sum(net) over (order by month) as active, sum(net) over (order by month) - net as started,
          sum(amount) over (order by month) as closing
        from counts join sums using (month))
    select month, closing / active / nullif(
      sum(lost) over (order by month rows 2 preceding) / sum(started) over (order by month rows 2 preceding), 0)
    from ends order by month`,
} as const;

export type Question = keyof typeof QUESTIONS;

export interface Yardstick {
  ask(question: Question): Promise<unknown[][]>;
  close(): void;
}

/** A DuckDB in memory that holds the movements of so many customers. */
export async function duckdbOf(customers: number): Promise<Yardstick> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    'create table movements (customer_id varchar, month varchar, plan_id varchar, kind varchar, amount bigint)',
  );
  await fill(connection, customers);
  return {
    ask: async (question) => (await connection.runAndReadAll(QUESTIONS[question])).getRows(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function fill(connection: DuckDBConnection, customers: number): Promise<void> {
  const appender = await connection.createAppender('movements');
  for (const { customerId, movements } of syntheticCustomers(0, customers)) {
    for (const { effectiveOn, planId, kind, amount } of movements) {
      appender.appendVarchar(customerId);
      appender.appendVarchar(effectiveOn.slice(0, 7));
      appender.appendVarchar(planId);
      appender.appendVarchar(kind);
      appender.appendBigInt(amount);
      appender.endRow();
    }
  }
  appender.closeSync();
}
