import { type BodyOf, countPettyCash, Fen } from '@yimen/contracts';
import { formatFen, useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import type { BoxDialogProps } from '../BoxActions.tsx';
import { text } from '../text.ts';

type Values = BodyOf<typeof countPettyCash>;

/** An empty box counts as zero yuan; a difference needs its reason. */
export function CountDialog({ box: { account }, onClose }: BoxDialogProps) {
  const t = useText(text);
  const within = useRange();
  const bookFen = account.balanceFen + account.reservedFen;
  return (
    <CommandDialog<typeof countPettyCash, Values>
      route={countPettyCash}
      title={t('count')}
      submitText={t('count')}
      doneText={t('countDone')}
      toInput={({ countedFen, explanation }) => ({
        params: { officeId: account.officeId },
        body: { countedFen, explanation: explanation?.trim() || null },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">
        {t('countIntro', { book: formatFen(bookFen), reserved: formatFen(account.reservedFen) })}
      </p>
      <Form.Item
        name="countedFen"
        label={t('countAmount')}
        rules={[{ required: true, message: t('countAmountNeeded') }, within('fen', Fen)]}
      >
        <MoneyField />
      </Form.Item>
      <Form.Item
        name="explanation"
        label={t('countExplain')}
        dependencies={['countedFen']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('countedFen') !== undefined && getFieldValue('countedFen') !== bookFen,
            message: t('countExplainNeeded'),
          }),
        ]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </CommandDialog>
  );
}
