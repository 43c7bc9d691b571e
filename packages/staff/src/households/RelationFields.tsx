import { RELATIONS, SUPPORT_RELATIONS } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Select } from 'antd';
import { relationText, supportRelationText } from './labels.ts';
import type { PersonFieldsetProps } from './PersonFieldset.tsx';
import { text } from './text.ts';

export function RelationFields({ path = [] }: Pick<PersonFieldsetProps, 'path'>) {
  const t = useText(text);
  const relation = useText(relationText);
  const support = useText(supportRelationText);
  return (
    <div className="yh-fields">
      <Form.Item
        name={[...path, 'relation']}
        label={t('relation')}
        rules={[{ required: true, message: t('relationNeeded') }]}
      >
        <Select options={RELATIONS.map((value) => ({ value, label: relation(value) }))} />
      </Form.Item>
      <Form.Item name={[...path, 'supportRelation']} label={t('supportRelation')} initialValue="none">
        <Select options={SUPPORT_RELATIONS.map((value) => ({ value, label: support(value) }))} />
      </Form.Item>
    </div>
  );
}
