import { useText } from '@yimen/ui';
import { Button, Modal } from 'antd';
import { text } from '../text.ts';
import { useIdle } from './use-idle.ts';

/** Two minutes before the session ends from idleness; any act goes on, doing nothing ends it. */
export function IdleWarning() {
  const t = useText(text);
  const { secondsLeft, stay } = useIdle();
  return (
    <Modal
      open={secondsLeft !== undefined}
      title={t('idleTitle')}
      closable={false}
      footer={
        <Button type="primary" onClick={stay}>
          {t('stay')}
        </Button>
      }
    >
      <p role="timer">{t('idleText', { seconds: secondsLeft ?? 0 })}</p>
    </Modal>
  );
}
