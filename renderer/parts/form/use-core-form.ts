// The state of a form over something the core keeps: what is stored, what was typed, what the core refused.
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useEffect, useState } from 'react';
import { type Refusal, refusalOf } from '../../core/refusal.ts';
import { refusalText, refusedField } from './refused-field.ts';

export interface CoreFormOptions<Values extends Record<string, unknown>> {
  /**
   * What the core has; undefined while it is read. When it changes while nothing was typed, the form follows.
   * For something new: its values at first.
   */
  readonly stored: Values | undefined;
  /** Which revision `stored` is, where the core counts them. */
  readonly revision?: number | string | undefined;
  /**
   * Sends the values, with the revision that they were typed over. What it throws is shown at the field that the
   * refusal's `where` names, else over the button.
   */
  readonly save: (values: Values, revision: number | string | undefined) => Promise<unknown>;
  /** Asks for what is stored now, after a refusal `stale_revision`. */
  readonly reload?: () => Promise<unknown>;
  /** The field for a `where` that is called otherwise in the core. */
  readonly fieldOf?: (where: string) => (keyof Values & string) | undefined;
}

export interface CoreForm<Values extends Record<string, unknown>> {
  readonly form: UseFormReturnType<Values>;
  readonly isReady: boolean;
  readonly isSaving: boolean;
  /** Something was typed that is not stored. */
  readonly isChanged: boolean;
  /** A refusal that belongs to no field. */
  readonly refusal: Refusal | undefined;
  /** It was changed elsewhere since it was read here. */
  readonly isStale: boolean;
  /** True when it was saved. */
  readonly submit: () => Promise<boolean>;
  /** Drops what was typed. */
  readonly reset: () => void;
  /** Drops what was typed and shows what is stored now. */
  readonly loadPresent: () => Promise<void>;
}

/** What the form counts as not typed. */
interface Base {
  readonly text: string;
  /** What was stored when the form last looked; after saving that is still what was stored before. */
  readonly seen: string;
  readonly revision: number | string | undefined;
}

/** A form over what the core keeps. Its fields take the answer as `of`. */
export function useCoreForm<Values extends Record<string, unknown>>(
  options: CoreFormOptions<Values>,
): CoreForm<Values> {
  const { stored, revision, save, reload, fieldOf } = options;
  const form = useForm<Values>(stored === undefined ? {} : { initialValues: stored });
  const [base, setBase] = useState<Base>();
  const [isSaving, setIsSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const text = stored === undefined ? undefined : JSON.stringify(stored);
  const isChanged = base !== undefined && JSON.stringify(form.values) !== base.text;
  const seen = `${revision} ${text}`;
  const isMoved = base !== undefined && text !== undefined && base.seen !== seen;
  useEffect(() => {
    if (stored === undefined || text === undefined || isSaving || (base !== undefined && !isMoved)) return;
    // What was just saved from here comes back as stored: what was typed since then stays.
    const isOwn = base?.text === text;
    if (isChanged && !isOwn) return;
    if (!isChanged) {
      form.setInitialValues(stored);
      form.setValues(stored);
    }
    setBase({ text, seen, revision });
  }, [stored, text, seen, revision, base, isMoved, isChanged, isSaving, form]);

  const refuse = (refused: Refusal) => {
    const field = refusedField(refused, Object.keys(form.values), fieldOf);
    if (field === undefined || refused.code === 'stale_revision') return setRefusal(refused);
    form.setErrors({ [field]: refusalText(refused) });
    document.querySelector<HTMLElement>(`[data-path="${CSS.escape(field)}"]`)?.focus();
  };
  const reset = () => {
    if (base !== undefined) form.setValues(JSON.parse(base.text));
    form.clearErrors();
    setRefusal(undefined);
  };
  return {
    form,
    isReady: base !== undefined,
    isSaving,
    isChanged,
    refusal: refusal?.code === 'stale_revision' ? undefined : refusal,
    isStale: refusal?.code === 'stale_revision' || (isChanged && isMoved && !isSaving),
    reset,
    submit: async () => {
      const sent = form.values;
      setIsSaving(true);
      setRefusal(undefined);
      form.clearErrors();
      try {
        await save(sent, base?.revision);
        if (base !== undefined) setBase({ ...base, text: JSON.stringify(sent) });
        return true;
      } catch (error) {
        refuse(refusalOf(error));
        return false;
      } finally {
        setIsSaving(false);
      }
    },
    loadPresent: async () => {
      reset();
      await reload?.();
    },
  };
}
