import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { ResponseOf, Route } from '@yimen/contracts';
import { SubmissionKey, type SubmissionMemory } from '@yimen/ui';
import { useState } from 'react';
import { type CallInput, call } from './call.ts';

/** Writes: sending again after a broken line repeats the same submission, so the server takes it once. */
export function useCommand<R extends Route>(
  route: R,
  onDone?: (answer: ResponseOf<R>) => void,
  /** Keeps the key over a reload of the page, for what must not be sent twice even then. */
  memory?: SubmissionMemory,
): UseMutationResult<ResponseOf<R>, Error, CallInput<R>> {
  const [submission] = useState(() => new SubmissionKey(memory));
  return useMutation<ResponseOf<R>, Error, CallInput<R>>({
    mutationKey: [route.id],
    mutationFn: (input) => call(route, input, { idempotencyKey: submission.for(input) }),
    // Sends at once even when the browser believes to be offline; the person decides about another try.
    networkMode: 'always',
    onSuccess: (answer) => {
      submission.settle();
      onDone?.(answer);
    },
    onError: (problem) => submission.settle(problem),
  });
}
