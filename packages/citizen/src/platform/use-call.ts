import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ResponseOf, Route } from '@yimen/contracts';
import { type CallInput, call } from './call.ts';

/** Reads: `const directory = useCall(listWindows, { query })`. */
export function useCall<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<ResponseOf<R>> {
  return useQuery<ResponseOf<R>>({
    queryKey: [route.id, input],
    queryFn: ({ signal }) => call(route, input, { signal }),
    enabled: options.enabled ?? true,
  });
}
