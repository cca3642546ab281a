// Every awkward case that the sample company holds, and the scripted customers that hold them.
import { COUPON_SCRIPTS, TRIAL_SCRIPTS } from './coupons-and-trials.ts';
import { PAUSE_SCRIPTS, PAYMENT_SCRIPTS } from './payments.ts';
import { PLAN_SCRIPTS } from './plans.ts';
import type { Script } from './script.ts';
import { TIMING_SCRIPTS } from './timing.ts';

/** The sample's first customers, in this order; a company of so many customers or more shows every case. */
export const SCRIPTS: readonly Script[] = [
  ...PLAN_SCRIPTS,
  ...COUPON_SCRIPTS,
  ...TRIAL_SCRIPTS,
  ...PAUSE_SCRIPTS,
  ...PAYMENT_SCRIPTS,
  ...TIMING_SCRIPTS,
];

/** Name of each awkward case → what it shows. The customer's metadata `sample_scenarios` lists the names it holds. */
export const SCENARIOS: Readonly<Record<string, string>> = Object.fromEntries(
  SCRIPTS.flatMap((script) => Object.entries(script.shows)),
);

export { enact } from './script.ts';
export type { Script } from './script.ts';
