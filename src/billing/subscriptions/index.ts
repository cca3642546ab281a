// The face of subscriptions: present states, items, dated states, schedules.
export * from './tables.ts';
export * from './state.ts';
export * from './queries.ts';
export * from './projection.ts';
