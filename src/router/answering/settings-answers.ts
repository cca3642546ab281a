// What the procedures of the settings answer with.
import type { Permission, Role } from '../../governance/access/index.ts';

/** A calendar day `YYYY-MM-DD`, a month `YYYY-MM`, an instant in epoch seconds. */
type DayText = string;
type MonthText = string;
type Seconds = number;

/** Who changed settings last, and when; null before anybody did. */
export interface LastChange {
  /** The member's name, or in words who else it was: `the owner`. */
  readonly by: string;
  readonly at: Seconds;
}

export interface WorkspaceSettingsAnswer {
  /** Handed back with a change, so that nobody overwrites what they have not seen. */
  readonly revision: number;
  readonly name: string;
  readonly timeZone: string;
  readonly reportingCurrency: string;
  /** A month is closed: zone and reporting currency cannot change any more. */
  readonly isFixed: boolean;
  readonly lastChange: LastChange | null;
}

/** What a change of the workspace would move, before it is made. */
export interface WorkspacePreview {
  /** The zone or the reporting currency differs, so that figures are computed again. */
  readonly movesFigures: boolean;
  readonly isFixed: boolean;
  /** How many months and customers would be computed again; zero when no figure moves. */
  readonly months: number;
  readonly customers: number;
  /** Billing currencies without a rate into the reporting currency: their amounts would be left out. */
  readonly withoutRates: readonly CurrencyGap[];
}

/** Months whose amounts in a billing currency cannot be converted. */
export interface CurrencyGap {
  readonly currency: string;
  readonly into: string;
  /** How many months, and the first and last of them. */
  readonly months: number;
  readonly firstMonth: MonthText;
  readonly lastMonth: MonthText;
}

export interface LogoAnswer {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  readonly base64: string;
  readonly sizeBytes: number;
  /** Null for an SVG picture without a size of its own. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

export interface BrandingAnswer {
  readonly revision: number;
  readonly companyName: string;
  readonly addressLines: readonly string[];
  readonly email: string;
  readonly taxId: string;
  /** `#rrggbb`; empty for none. */
  readonly accentColor: string;
  readonly footer: string;
  readonly logo: LogoAnswer | null;
  readonly lastChange: LastChange | null;
}

export interface MemberAnswer {
  readonly memberId: string;
  readonly revision: number;
  /** Null once the person was erased. */
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly addedAt: Seconds;
  readonly isRemoved: boolean;
}

export interface PeopleAnswer {
  /** By name; those who were removed are not among them. */
  readonly members: readonly MemberAnswer[];
  /** Those who were removed and are not erased, by name. */
  readonly former: readonly MemberAnswer[];
  readonly roles: readonly { readonly role: Role; readonly permissions: readonly Permission[] }[];
  /** Whom this program acts as, and what they may do. */
  readonly acting: { readonly actor: string; readonly permissions: readonly Permission[] };
}

/** A stretch of days on which no published rate of a pair holds. */
export interface RateHole {
  readonly fromOn: DayText;
  readonly toOn: DayText;
  readonly days: number;
}

export interface RatePair {
  readonly base: string;
  readonly quote: string;
  /** Where its rates came from, the latest first. */
  readonly sources: readonly string[];
  readonly firstOn: DayText;
  readonly lastOn: DayText;
  /** Days with a published rate. */
  readonly days: number;
  readonly holes: readonly RateHole[];
}

export interface RatesAnswer {
  readonly reportingCurrency: string;
  readonly dataThrough: DayText | null;
  /** Currencies that customers are billed in, the reporting currency included. */
  readonly billingCurrencies: readonly string[];
  readonly pairs: readonly RatePair[];
  readonly gaps: readonly CurrencyGap[];
}
