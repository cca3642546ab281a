// Rollups: sums of customers' movements, the same whether added customer by customer or all at once.
export { addActivity, firstPositiveOn } from './activity.ts';
export type { ActivitySums } from './activity.ts';
export { addAmounts, converter, days } from './amounts.ts';
export type { Convert } from './amounts.ts';
export { monthNumber, monthText } from './lanes.ts';
export {
  MOVEMENT_COLUMNS,
  isCommon,
  movementKey,
  movementOfRecord,
  movementsByCustomer,
  netOf,
  seriesOf,
} from './net-movements.ts';
export type { MovementParts, MovementReason, NetMovement, SeriesTag } from './net-movements.ts';
export { isTransfer, planMovements } from './plan-view.ts';
export type { PlanMovement } from './plan-view.ts';
export { AMOUNT_COLUMNS, COHORT_COLUMNS, COUNT_COLUMNS, KIND_COLUMNS, MOVEMENT_KINDS, RollupSums } from './sums.ts';
export type { CountKind, Dimension } from './sums.ts';
