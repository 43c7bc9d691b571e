import { Fen, finishReferral } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Radio } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import { resultKindText } from '../labels.ts';
import type { ReferralDialogProps } from '../ReferralActions.tsx';
import { text } from '../text.ts';

const KINDS = ['money', 'kind', 'service', 'none'] as const;

interface Values {
  readonly resultKind: (typeof KINDS)[number];
  readonly resultAmountFen?: number | null;
  readonly resultText: string;
}

export function FinishReferralDialog({ referral, onClose }: ReferralDialogProps) {
  const t = useText(text);
  const within = useRange();
  const kind = useText(resultKindText);
  return (
    <CommandDialog<typeof finishReferral, Values>
      route={finishReferral}
      title={t('finish')}
      submitText={t('finish')}
      doneText={t('finished')}
      toInput={(values) => ({
        params: { id: referral.id },
        body: { ...values, resultAmountFen: values.resultAmountFen ?? null, expectedVersion: referral.version },
      })}
      onClose={onClose}
    >
      <Form.Item name="resultKind" label={t('resultKind')} rules={[{ required: true, message: t('resultKindNeeded') }]}>
        <Radio.Group options={KINDS.map((value) => ({ value, label: kind(value) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['resultKind']}>
        {({ getFieldValue }) =>
          getFieldValue('resultKind') === 'money' || getFieldValue('resultKind') === 'kind' ? (
            <Form.Item name="resultAmountFen" label={t('resultAmount')} rules={[within('fen', Fen)]}>
              <MoneyField />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item
        name="resultText"
        label={t('resultText')}
        rules={[{ required: true, min: 4, message: t('resultNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
