// The renderer's way to the core: one typed client over the door that served this page.
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { bridgeLink } from './bridge-link.ts';
import type { AppRouter } from './outputs.ts';
import { isWorthRetrying } from './refusal.ts';

const url = '/trpc';

const doorLink = splitLink<AppRouter>({
  condition: (operation) => operation.type === 'subscription',
  true: httpSubscriptionLink({ url }),
  false: httpLink({ url }),
});

/** The bare client, for lists that are read page by page. */
export const client = createTRPCClient<AppRouter>({
  links: [window.countinghouse === undefined ? doorLink : bridgeLink(window.countinghouse)],
});

/** Answers kept between screens. The core is on this machine, so being without a network never pauses a query. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      retryDelay: 400,
    },
  },
});

/** Query options of every procedure, typed by the router. */
export const core = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
