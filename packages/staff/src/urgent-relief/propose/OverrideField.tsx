import type { UrgentReliefPanel } from '@yimen/contracts';
import { Notice, useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { text } from '../text.ts';
import { type GrantValues, needsOverride } from './grant-input.ts';

/** Appears when the chosen level stands above one with room: it needs a reason, and is checked afterwards. */
export function OverrideField({ ladder }: { readonly ladder: UrgentReliefPanel['ladder'] }) {
  const t = useText(text);
  const form = Form.useFormInstance<GrantValues>();
  const level = Form.useWatch('level', form);
  if (!needsOverride(ladder, level)) return null;
  return (
    <div className="yr-override">
      <Notice kind="warning" title={t('overrideTitle')}>
        {t('overrideText')}
      </Notice>
      <Form.Item
        name="overrideReason"
        label={t('overrideReason')}
        rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </div>
  );
}
