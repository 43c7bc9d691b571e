import { useNavigate } from '@tanstack/react-router';
import { useText } from '@yimen/ui';
import { useEffect } from 'react';
import { useFindMe } from '../platform/session/use-me.ts';
import { useFilters } from '../platform/use-page.ts';
import { DoorLayout } from './DoorLayout.tsx';
import { SignInSteps } from './SignInSteps.tsx';
import { text } from './text.ts';
import { type SignInStep, useSignIn } from './use-sign-in.ts';

const TITLES = {
  account: 'signInTitle',
  'second-factor': 'codeTitle',
  'password-change': 'passwordChangeTitle',
  'second-factor-setup': 'setupTitle',
  'signed-in': 'signInTitle',
} as const satisfies Record<SignInStep, keyof typeof text.zh>;

export function SignInPage() {
  const { data: me, isPending } = useFindMe();
  if (isPending) return <DoorLayout title="" />;
  return <SignInForm first={me?.signIn ?? 'account'} />;
}

function SignInForm({ first }: { readonly first: SignInStep }) {
  const t = useText(text);
  const navigate = useNavigate();
  const [{ next }] = useFilters();
  const enter = () => void navigate({ to: isOwnPath(next) ? next : '/', replace: true });
  const signIn = useSignIn(first, enter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for somebody who is already in
  useEffect(() => {
    if (first === 'signed-in') enter();
  }, []);
  return (
    <DoorLayout title={t(TITLES[signIn.step])}>
      {signIn.step === 'account' ? <p className="ys-sign-in-intro">{t('signInIntro')}</p> : null}
      <SignInSteps step={signIn.step} onAnswer={signIn.advance} onRestart={signIn.restart} />
    </DoorLayout>
  );
}

/** Only paths of this portal: the address must not lead somebody to a foreign site after signing in. */
function isOwnPath(path: string | undefined): path is string {
  return path !== undefined && /^\/(?![/\\])/.test(path);
}
