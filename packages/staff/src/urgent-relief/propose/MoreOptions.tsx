import { PAY_METHODS, type UrgentReliefPanel } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Radio } from 'antd';
import { paymentMethodText } from '../../funds/labels.ts';
import { text } from '../text.ts';
import { GoodsFields } from './GoodsFields.tsx';
import type { GrantValues } from './grant-input.ts';
import { StageFields } from './StageFields.tsx';

export function MoreOptions({ panel }: { readonly panel: UrgentReliefPanel }) {
  const t = useText(text);
  const method = useText(paymentMethodText);
  const form = Form.useFormInstance<GrantValues>();
  const isKind = Form.useWatch('method', form) === 'kind';
  const wasAided = panel.earlier.length > 0 || panel.grants.length > 0;
  return (
    <div className="yr-more">
      <Form.Item name="method" label={t('method')} rules={[{ required: true }]}>
        <Radio.Group options={PAY_METHODS.map((value) => ({ value, label: method(value) }))} />
      </Form.Item>
      <Form.Item name="purpose" label={t('purpose')} rules={[{ required: true, min: 2, message: t('purposeNeeded') }]}>
        <Input maxLength={300} />
      </Form.Item>
      {isKind ? <GoodsFields /> : <StageFields />}
      <Form.Item name="evidenceNumber" label={t('evidenceNumber')} extra={t('evidenceHelp')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="newFact" label={t('newFact')} extra={wasAided ? t('newFactHelpAided') : t('newFactHelp')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </div>
  );
}
