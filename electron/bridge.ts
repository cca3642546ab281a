// The one narrow bridge between a window and the core: what crosses it, and on which channels.

/** Channels of the bridge; a window can send on no other. */
export const CHANNELS = { call: 'core:call', cancel: 'core:cancel', item: 'core:item' } as const;

/** A procedure call; `id` is the window's own and names the call when it is canceled or yields an item. */
export interface BridgeCall {
  readonly id: number;
  readonly path: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly input: unknown;
}

/** As `Outcome` of the core: JSON of the result, or of the error's shape. */
export interface BridgeOutcome {
  readonly isOk: boolean;
  readonly json: string;
}

/** What the preload script puts on `window.countinghouse`. */
export interface Bridge {
  /** Runs a procedure; `onItem` is told each item of a subscription as JSON. */
  call(
    call: Omit<BridgeCall, 'id'>,
    onItem?: (json: string) => void,
  ): { readonly outcome: Promise<BridgeOutcome>; cancel(): void };
}
