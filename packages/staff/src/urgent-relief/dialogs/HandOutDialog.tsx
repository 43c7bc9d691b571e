import { type GrantView, payGrant } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { PhotoField } from '../../platform/form/PhotoField.tsx';
import type { GrantDialogProps } from '../GrantActions.tsx';
import { ReliefFacts } from '../ReliefFacts.tsx';
import { text } from '../text.ts';

interface Values {
  readonly signedBy: string;
  readonly note?: string;
  readonly photoIds?: readonly string[];
}

/** Cash or goods against a signature; what is owed in papers starts to run from here. */
export function HandOutDialog({ grant, onClose }: GrantDialogProps) {
  const t = useText(text);
  const payment = nextToHandOut(grant);
  if (payment === undefined) return null;
  return (
    <CommandDialog<typeof payGrant, Values>
      route={payGrant}
      title={payment.method === 'kind' ? t('handOutGoods') : t('handOutCash')}
      submitText={t('confirmHandOut')}
      doneText={t('handedOut')}
      initialValues={{ signedBy: payment.payeeName }}
      toInput={({ signedBy, note, photoIds }) => ({
        params: { id: payment.id },
        body: { signedBy, receiptPhotoId: photoIds?.[0] ?? null, note: note?.trim() ? note : null },
      })}
      showFacts={(problem) => <ReliefFacts problem={problem} />}
      onClose={onClose}
    >
      <p className="yr-hand-out">
        {t('handOutTo', { name: payment.payeeName })} <Money fen={payment.amountFen} strong />
      </p>
      <p className="yc-dialog-intro">{t('handOutIntro', { fund: payment.fundName })}</p>
      <Form.Item name="signedBy" label={t('signedByLabel')} rules={[{ required: true, message: t('signedByNeeded') }]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="photoIds" label={t('receiptPhoto')}>
        <PhotoField max={1} />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input maxLength={300} />
      </Form.Item>
    </CommandDialog>
  );
}

function nextToHandOut(grant: GrantView) {
  return [...grant.payments]
    .sort((first, second) => first.seq - second.seq)
    .find((payment) => payment.method !== 'bank' && (payment.state === 'approved' || payment.state === 'ordered'));
}
