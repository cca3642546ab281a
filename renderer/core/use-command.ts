// Runs a procedure that changes something and tells what came of it: done, with a way to undo it, or refused.
import { type MutationOptions, useMutation } from '@tanstack/react-query';
import { type Refusal, refusalOf } from './refusal.ts';
import { tell, tellRefusal } from './toasts.ts';

export interface Telling<Input, Output> {
  /** What to tell once it is done, such as `Backup schedule changed`; nothing is told where it is left out or null. */
  readonly done?: string | ((output: Output, input: Input) => string | null);
  /** How to reverse it: called once, when a person asks for it. No button where it answers undefined. */
  readonly undo?: (output: Output, input: Input) => (() => Promise<unknown>) | undefined;
  /** The caller shows refusals itself, such as a form at its fields. */
  readonly isRefusalShown?: boolean;
}

export interface Command<Input, Output> {
  /** Runs it; the result is undefined when it was refused. */
  run(input: Input): Promise<Output | undefined>;
  readonly isRunning: boolean;
  /** Why the last run was refused; null after one that was not, and after `forget`. */
  readonly refusal: Refusal | null;
  forget(): void;
}

/** A command over a procedure's `mutationOptions()`. */
export function useCommand<Input, Output, Failure, Context>(
  options: MutationOptions<Output, Failure, Input, Context>,
  telling: Telling<Input, Output> = {},
): Command<Input, Output> {
  const { mutateAsync, isPending, error, reset } = useMutation({ networkMode: 'always', ...options });
  const run = async (input: Input): Promise<Output | undefined> => {
    try {
      const output = await mutateAsync(input);
      const what = typeof telling.done === 'function' ? telling.done(output, input) : telling.done;
      if (what !== undefined && what !== null) tell({ what, undo: telling.undo?.(output, input) });
      return output;
    } catch (refused) {
      if (telling.isRefusalShown !== true) tellRefusal(refused);
      return undefined;
    }
  };
  return { run, isRunning: isPending, refusal: error === null ? null : refusalOf(error), forget: reset };
}
