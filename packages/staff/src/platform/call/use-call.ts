import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ResponseOf, Route } from '@yimen/contracts';
import type { Problem } from '@yimen/ui';
import { type CallInput, call } from './call.ts';

export interface UseCallOptions {
  readonly enabled?: boolean;
  /** Keeps the former answer on the screen while filters change, so nothing jumps. */
  readonly keepPrevious?: boolean;
  readonly refetchEveryMs?: number;
}

/** Reads: `const report = useCall(getReport, { params: { reportId } })`. */
export function useCall<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: UseCallOptions = {},
): UseQueryResult<ResponseOf<R>, Problem> {
  return useQuery<ResponseOf<R>>({
    queryKey: [route.id, input],
    queryFn: ({ signal }) => call(route, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.refetchEveryMs === undefined ? {} : { refetchInterval: options.refetchEveryMs }),
  });
}
