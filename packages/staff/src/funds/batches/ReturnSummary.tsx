import type { ResponseOf, readReturnFile } from '@yimen/contracts';
import { Notice, useText } from '@yimen/ui';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Figures } from '../Figures.tsx';
import { text } from '../text.ts';

export interface ReturnSummaryProps {
  readonly read: ResponseOf<typeof readReturnFile>;
  readonly onClose: () => void;
}

/** What the bank's file brought: nothing is hidden behind a green tick. */
export function ReturnSummary({ read, onClose }: ReturnSummaryProps) {
  const t = useText(text);
  const [open, setOpen] = useState(true);
  const strange = read.duplicate + read.unknown + read.mismatch;
  return (
    <Modal
      open={open}
      title={t('returnRead')}
      width={640}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
      footer={
        <Button type="primary" onClick={() => setOpen(false)}>
          {t('gotIt')}
        </Button>
      }
    >
      <Figures
        items={[
          { key: 'success', label: t('returnSuccess'), value: read.success, tone: 'good' },
          { key: 'failure', label: t('returnFailure'), value: read.failure, ...toneIf(read.failure, 'danger') },
          {
            key: 'duplicate',
            label: t('returnDuplicate'),
            value: read.duplicate,
            ...toneIf(read.duplicate, 'warning'),
          },
          { key: 'unknown', label: t('returnUnknown'), value: read.unknown, ...toneIf(read.unknown, 'warning') },
          { key: 'mismatch', label: t('returnMismatch'), value: read.mismatch, ...toneIf(read.mismatch, 'warning') },
          { key: 'open', label: t('returnOpen'), value: read.stillOpen, ...toneIf(read.stillOpen, 'warning') },
        ]}
      />
      <Notice kind={read.stillOpen + strange === 0 ? 'success' : 'warning'} live>
        <p>{read.stillOpen === 0 ? t('returnAllGood') : t('returnSomeOpen')}</p>
        {strange === 0 ? null : <p>{t('returnStrange')}</p>}
      </Notice>
    </Modal>
  );
}

function toneIf<T extends string>(count: number, tone: T): { readonly tone?: T } {
  return count > 0 ? { tone } : {};
}
