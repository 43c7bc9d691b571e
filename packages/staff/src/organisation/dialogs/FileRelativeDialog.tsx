import { type BodyOf, fileRelative, RELATIVE_RELATIONS } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Select } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { AccountField } from '../AccountField.tsx';
import { relationText } from '../labels.ts';
import { text } from '../text.ts';

export function FileRelativeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(text);
  const relation = useText(relationText);
  return (
    <CommandDialog<typeof fileRelative, BodyOf<typeof fileRelative>>
      route={fileRelative}
      title={t('fileRelative')}
      submitText={t('fileRelative')}
      doneText={t('filed')}
      toInput={(body) => ({ body })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('relativesIntro')}</p>
      <Form.Item name="accountId" label={t('staff')} rules={[{ required: true, message: t('staffNeeded') }]}>
        <AccountField<string> />
      </Form.Item>
      <div className="yo-two">
        <Form.Item name="relation" label={t('relation')} rules={[{ required: true, message: t('relationNeeded') }]}>
          <Select options={RELATIVE_RELATIONS.map((value) => ({ value, label: relation(value) }))} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('relativeName')}
          rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item
        name="idNumber"
        label={t('idNumber')}
        rules={[{ required: true, whitespace: true, message: t('idNumberNeeded') }]}
      >
        <Input maxLength={40} autoComplete="off" spellCheck={false} />
      </Form.Item>
    </CommandDialog>
  );
}
