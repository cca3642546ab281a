// What a change of settings means, before it is made.
import type { Currency, TimeZone } from '../../kernel/index.ts';

interface Settings {
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly reportingCurrency: Currency;
}

/** What is to be different; what is undefined stays. */
export type WorkspaceChanges = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** The settings with what the changes name. */
export function settingsAfter(before: Settings, changes: WorkspaceChanges): Settings {
  return {
    name: changes.name ?? before.name,
    timeZone: changes.timeZone ?? before.timeZone,
    reportingCurrency: changes.reportingCurrency ?? before.reportingCurrency,
  };
}

/** Whether figures follow from the difference: the zone cuts days and months, the currency converts. */
export function movesFigures(before: Omit<Settings, 'name'>, after: Omit<Settings, 'name'>): boolean {
  return before.timeZone !== after.timeZone || before.reportingCurrency !== after.reportingCurrency;
}
