// Hands the surroundings of commands to whatever stands in the frame.
import { createContext, use } from 'react';
import type { Surroundings } from '../shell/surroundings.ts';

export const SurroundingsContext = createContext<Surroundings | null>(null);

/** What commands can reach from here. To be used inside the frame. */
export function useSurroundings(): Surroundings {
  const surroundings = use(SurroundingsContext);
  if (surroundings === null) throw new Error('this stands outside the frame');
  return surroundings;
}
