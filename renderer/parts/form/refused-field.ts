// At which field of a form a refusal of the core belongs.
import type { Refusal } from '../../core/refusal.ts';

/**
 * The field that the refusal's `where` names: itself, as the caller maps it, or its last step (`branding.color`).
 * Undefined for a refusal that belongs to no field of the form.
 */
export function refusedField<Field extends string>(
  { where }: Pick<Refusal, 'where'>,
  fields: readonly Field[],
  fieldOf: ((where: string) => Field | undefined) | undefined,
): Field | undefined {
  if (where === undefined) return undefined;
  const named = fieldOf?.(where);
  if (named !== undefined) return named;
  const steps = where.split('.');
  return (
    fields.find((field) => field === where) ?? fields.find((field) => field === steps[0] || field === steps.at(-1))
  );
}

/** What is said at the field: what is wrong with it, and what to do. */
export function refusalText({ what, fix }: Pick<Refusal, 'what' | 'fix'>): string {
  const said = /[.?!]$/.test(what) ? what : `${what}.`;
  return fix === undefined ? said : `${said} ${fix}`;
}
