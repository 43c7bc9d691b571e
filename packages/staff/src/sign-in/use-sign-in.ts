import { useQueryClient } from '@tanstack/react-query';
import type { SignInState } from '@yimen/contracts';
import { useState } from 'react';
import { readMe } from '../platform/session/use-me.ts';

export type SignInStep = SignInState['state'] | 'account';

/** Walks through the steps the server asks for; at the end the signed-in person is known to the whole portal. */
export function useSignIn(first: SignInStep, onSignedIn: () => void) {
  const [step, setStep] = useState(first);
  const client = useQueryClient();

  async function advance(next: SignInState['state']): Promise<void> {
    if (next !== 'signed-in') return setStep(next);
    client.setQueryData(['me'], await readMe());
    onSignedIn();
  }

  return { step, advance: (next: SignInState) => void advance(next.state), restart: () => setStep('account') };
}
