import { type BodyOf, requestReplenishment } from '@yimen/contracts';
import { formatFen, useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { AmountItem } from '../AmountItem.tsx';
import type { BoxDialogProps } from '../BoxActions.tsx';
import { roomOf } from '../room-of.ts';
import { text } from '../text.ts';

export function RequestDialog({ box: { account }, onClose }: BoxDialogProps) {
  const t = useText(text);
  const room = roomOf(account);
  return (
    <CommandDialog<typeof requestReplenishment, BodyOf<typeof requestReplenishment>>
      route={requestReplenishment}
      title={t('request')}
      submitText={t('request')}
      doneText={t('requestDone')}
      initialValues={room === 0 ? {} : { amountFen: room }}
      toInput={(body) => ({ params: { officeId: account.officeId }, body })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">
        {t('requestIntro', {
          balance: formatFen(account.balanceFen + account.reservedFen),
          ceiling: formatFen(account.ceilingFen),
          room: formatFen(room),
        })}
      </p>
      <AmountItem label={t('requestAmount')} mostFen={room} />
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
