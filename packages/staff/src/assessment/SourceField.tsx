import { ENTERED_PROVENANCES } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Select } from 'antd';
import { USUAL_PROVENANCE } from './new-facts.ts';
import { text } from './text.ts';

/** Where the answers come from. */
export function SourceField({ name, label }: { readonly name: (string | number)[]; readonly label: string }) {
  const t = useText(text);
  const options = ENTERED_PROVENANCES.map((value) => ({ value, label: t(`from_${value}`) }));
  return (
    <Form.Item name={name} label={label} initialValue={USUAL_PROVENANCE} className="ya-source">
      <Select options={options} />
    </Form.Item>
  );
}
