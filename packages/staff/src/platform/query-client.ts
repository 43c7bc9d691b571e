import { QueryClient } from '@tanstack/react-query';
import { isProblem, type Problem } from '@yimen/ui';

declare module '@tanstack/react-query' {
  interface Register {
    // `call` throws nothing else.
    defaultError: Problem;
  }
}

const TRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < TRIES && isWorthRetrying(error),
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false },
  },
});

function isWorthRetrying(error: unknown): boolean {
  return isProblem(error) && (error.status === 0 || error.status === 503);
}
