import { useText } from '@yimen/ui';
import { Button, Modal } from 'antd';
import { clearDrafts } from '../platform/form/draft-store.ts';
import { finishRenewal, useIsRenewing } from '../platform/session/session-watch.ts';
import { useFindMe } from '../platform/session/use-me.ts';
import { SignInSteps } from './SignInSteps.tsx';
import { text } from './text.ts';
import { useSignIn } from './use-sign-in.ts';

/** Opens over the page when the session has ended; the page below keeps what was typed. */
export function RenewalDialog() {
  const t = useText(text);
  const renewing = useIsRenewing();
  return (
    <Modal
      open={renewing}
      title={t('expiredTitle')}
      closable={false}
      mask={{ closable: false }}
      footer={null}
      destroyOnHidden
    >
      <p className="ys-sign-in-intro">{t('expiredIntro')}</p>
      <Renewal />
    </Modal>
  );
}

function Renewal() {
  const t = useText(text);
  const { data: me } = useFindMe();
  const signIn = useSignIn('account', resume);

  /** The page still holds what was typed, so the kept copies are not needed. */
  function resume(): void {
    clearDrafts();
    finishRenewal(true);
  }

  function leave(): void {
    finishRenewal(false);
    window.location.assign('/staff/sign-in');
  }

  return (
    <>
      <SignInSteps step={signIn.step} onAnswer={signIn.advance} onRestart={signIn.restart} login={me?.login} />
      <Button type="link" block onClick={leave}>
        {t('leave')}
      </Button>
    </>
  );
}
