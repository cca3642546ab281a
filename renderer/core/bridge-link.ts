// Calls over the bridge of the desktop window, where there is one, in place of the browser door's HTTP.
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { ShellCommand } from '../shell/shell-command.ts';
import type { AppRouter, HandedFile } from './outputs.ts';

interface BridgeCall {
  readonly path: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly input: unknown;
}

/** What the desktop window offers to its page; results, errors and items cross it as JSON. */
export interface Bridge {
  call(
    call: BridgeCall,
    onItem?: (json: string) => void,
  ): { readonly outcome: Promise<{ readonly isOk: boolean; readonly json: string }>; cancel(): void };
  /** Names a file of the page to the desk, which alone learns its path. */
  handIn(file: File): Promise<HandedFile>;
  /** Listens to the menu and to what the system opens with the program; the answer ends it. */
  onCommand(listener: (command: ShellCommand) => void): () => void;
  readonly platform: 'darwin' | 'win32' | 'linux';
}

declare global {
  interface Window {
    readonly countinghouse?: Bridge;
  }
}

/** The last link of a client: every operation over the bridge, canceled when nobody waits for it any more. */
export function bridgeLink(bridge: Pick<Bridge, 'call'>): TRPCLink<AppRouter> {
  return () =>
    ({ op: { path, type, input } }) =>
      observable((observer) => {
        const isSubscription = type === 'subscription';
        const onItem = (json: string) => observer.next({ result: { type: 'data', data: JSON.parse(json) } });
        const { outcome, cancel } = bridge.call({ path, type, input }, isSubscription ? onItem : undefined);
        if (isSubscription) observer.next({ result: { type: 'started' } });
        outcome.then(
          ({ isOk, json }) => {
            if (!isOk) return observer.error(TRPCClientError.from({ error: JSON.parse(json) }));
            if (!isSubscription) observer.next({ result: { type: 'data', data: JSON.parse(json) } });
            observer.complete();
          },
          (cause: unknown) =>
            observer.error(TRPCClientError.from(cause instanceof Error ? cause : new Error(String(cause)))),
        );
        return cancel;
      });
}
