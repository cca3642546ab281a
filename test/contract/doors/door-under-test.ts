// A way in, as the contract of the doors calls it.
import type { Call } from '../../../src/hosts/worker/index.ts';

/** What a door gave: the answer, or the shape of the refusal, as the JSON text that it was. */
export interface DoorAnswer {
  readonly isOk: boolean;
  readonly json: string;
}

export interface DoorUnderTest {
  readonly name: string;
  call(call: Call): Promise<DoorAnswer>;
  close(): Promise<void>;
}
