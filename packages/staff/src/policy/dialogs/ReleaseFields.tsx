import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { todayInShanghai } from '../../casework/today.ts';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { ReasonItem } from '../../platform/form/ReasonItem.tsx';
import { text } from '../text.ts';

const DAY_MS = 86_400_000;

export function ReleaseFields() {
  const t = useText(text);
  return (
    <>
      <Form.Item
        name="title"
        label={t('releaseName')}
        rules={[{ required: true, min: 2, message: t('releaseNameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="effectiveOn"
        label={t('effectiveOn')}
        extra={t('effectiveHint')}
        rules={[{ required: true, message: t('effectiveNeeded') }]}
      >
        <CivilDateField min={todayInShanghai(Date.now() + DAY_MS)} />
      </Form.Item>
      <ReasonItem />
    </>
  );
}
