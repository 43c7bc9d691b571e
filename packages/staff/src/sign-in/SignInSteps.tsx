import type { SignInState } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { AccountStep } from './AccountStep.tsx';
import { CodeStep } from './CodeStep.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import { SetupStep } from './SetupStep.tsx';
import { text } from './text.ts';
import type { SignInStep } from './use-sign-in.ts';

export interface SignInStepsProps {
  readonly step: SignInStep;
  readonly onAnswer: (state: SignInState) => void;
  readonly onRestart: () => void;
  /** Set when the same person renews a session. */
  readonly login?: string | undefined;
}

export function SignInSteps({ step, onAnswer, onRestart, login }: SignInStepsProps) {
  const t = useText(text);
  switch (step) {
    case 'account':
      return <AccountStep onAnswer={onAnswer} login={login} />;
    case 'second-factor':
      return <CodeStep onAnswer={onAnswer} onRestart={onRestart} />;
    case 'password-change':
      return <PasswordStep onAnswer={onAnswer} intro={t('passwordChangeIntro')} />;
    case 'second-factor-setup':
      return <SetupStep onAnswer={onAnswer} />;
    case 'signed-in':
      return null;
  }
}
