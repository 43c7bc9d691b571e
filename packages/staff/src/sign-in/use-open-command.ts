import { useMutation } from '@tanstack/react-query';
import type { ResponseOf, Route } from '@yimen/contracts';
import { type CallInput, call } from '../platform/call/call.ts';

/** A command without a session: its refusal is shown in place and never asks for a sign-in. */
export function useOpenCommand<R extends Route>(route: R, onDone: (answer: ResponseOf<R>) => void) {
  return useMutation({
    mutationFn: (input: CallInput<R>) => call(route, input, { renew: false }),
    onSuccess: onDone,
  });
}
