// Parts of a screen whose code is read when they are needed. One that was read ahead is drawn at once, where a lazy
// component would show its placeholder first and keep it for a third of a second.
import { type ComponentType, createElement, type ReactNode, use } from 'react';

interface Part<Props> {
  readonly default: ComponentType<Props>;
}

/** A component whose code may be read ahead. Suspends where it was not. */
export interface LaterPart<Props> {
  (props: Props): ReactNode;
  /** Reads the code; a failure is told where the part is drawn. */
  readAhead(): void;
}

/** The default export of a module as a component. */
export function laterPart<Props extends object>(load: () => Promise<Part<Props>>): LaterPart<Props> {
  let reading: Promise<ComponentType<Props>> | undefined;
  let known: ComponentType<Props> | undefined;
  const read = () => {
    reading ??= load().then((part) => {
      known = part.default;
      return known;
    });
    return reading;
  };
  const draw = (props: Props) => createElement(known ?? use(read()), props);
  const readAhead = () => {
    read().catch(() => {
      reading = undefined;
    });
  };
  return Object.assign(draw, { readAhead });
}
