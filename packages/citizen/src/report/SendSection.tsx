import { Button, Notice, useText } from '@yimen/ui';
import { CallLink } from '../platform/CallLink.tsx';
import { ProblemNotice } from '../platform/ProblemNotice.tsx';
import { PHONES } from '../platform/text.ts';
import { text } from './text.ts';
import { isLineTrouble, useResend } from './use-resend.ts';

export interface SendSectionProps {
  readonly problem: unknown;
  readonly isSending: boolean;
  readonly isWaitingForPhotos: boolean;
  readonly onSendNow: () => void;
}

export function SendSection({ problem, isSending, isWaitingForPhotos, onSendNow }: SendSectionProps) {
  const t = useText(text);
  const isBroken = isLineTrouble(problem);
  useResend(isBroken && !isSending, onSendNow);
  return (
    <div className="yc-report-section">
      {isSending || isBroken ? null : <ProblemNotice problem={problem} />}
      {isBroken ? (
        <Notice kind="warning" live title={t('notSent')} actions={<CallLink phone={PHONES.hotline} />}>
          {t('willResend')}
        </Notice>
      ) : null}
      {isWaitingForPhotos ? (
        <Notice live actions={<Button onClick={onSendNow}>{t('sendWithoutPhotos')}</Button>}>
          {t('waitingForPhotos')}
        </Notice>
      ) : null}
      <Button
        kind="primary"
        block
        type="submit"
        className="yc-report-send"
        busy={isSending || isWaitingForPhotos}
        busyText={t('sending')}
      >
        {isBroken ? t('sendAgain') : t('send')}
      </Button>
      <p className="yc-report-help">{t('beforeSend')}</p>
    </div>
  );
}
