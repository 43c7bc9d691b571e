import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ResponseOf, Route } from '@yimen/contracts';
import { type Problem, SubmissionKey } from '@yimen/ui';
import { useState } from 'react';
import { type CallInput, call } from './call.ts';

export interface UseCommandOptions<R> {
  readonly onDone?: (answer: ResponseOf<R>) => void;
}

/**
 * Writes: `const close = useCommand(closeCase)`, then `close.mutate(input)`; `close.error` is a Problem.
 * A success refreshes everything on the screen.
 */
export function useCommand<R extends Route>(
  route: R,
  options: UseCommandOptions<R> = {},
): UseMutationResult<ResponseOf<R>, Problem, CallInput<R>> {
  const [submission] = useState(() => new SubmissionKey());
  const client = useQueryClient();
  return useMutation<ResponseOf<R>, Problem, CallInput<R>>({
    mutationKey: [route.id],
    mutationFn: (input) => call(route, input, { idempotencyKey: submission.for(input) }),
    onSuccess: (answer) => {
      submission.settle();
      void client.invalidateQueries();
      options.onDone?.(answer);
    },
    onError: (problem) => submission.settle(problem),
  });
}
