import { Notice, useText } from '@yimen/ui';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { AccountDone } from '../AccountActs.tsx';
import { text } from '../text.ts';

export interface TokenDialogProps extends AccountDone {
  readonly onClose: () => void;
}

/** Shown once: neither Escape nor a click beside it may lose the code. */
export function TokenDialog({ name, token, onClose }: TokenDialogProps) {
  const t = useText(text);
  const { message } = App.useApp();
  const [open, setOpen] = useState(true);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(token);
      void message.success(t('copied'));
    } catch {
      void message.warning(t('copyFailed')); // the browser may forbid it; the code stays readable
    }
  }

  return (
    <Modal
      open={open}
      title={t('tokenTitle')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      afterClose={onClose}
      footer={
        <Button type="primary" onClick={() => setOpen(false)}>
          {t('tokenKept')}
        </Button>
      }
    >
      <Notice kind="warning">{t('tokenText', { name })}</Notice>
      <div className="yo-token">
        <code>{token}</code>
        <Button onClick={() => void copy()}>{t('copy')}</Button>
      </div>
      <p className="yo-where">
        {t('tokenWhere')} <code>{`${window.location.origin}/staff/activate`}</code>
      </p>
    </Modal>
  );
}
