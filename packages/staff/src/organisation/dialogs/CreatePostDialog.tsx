import { type BodyOf, createPost, type Office, ROLE_IDS, ROLES } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Form, Input, Select } from 'antd';
import { RegionField } from '../../intake/RegionField.tsx';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { text } from '../text.ts';

type Values = Omit<BodyOf<typeof createPost>, 'officeId'>;

export function CreatePostDialog({ office, onClose }: { readonly office: Office; readonly onClose: () => void }) {
  const t = useText(text);
  const words = useWords();
  return (
    <CommandDialog<typeof createPost, Values>
      route={createPost}
      title={t('newPost')}
      submitText={t('newPost')}
      doneText={t('postMade')}
      initialValues={{ regionCode: office.regionCode }}
      toInput={(values) => ({ body: { ...values, officeId: office.id } })}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('postTitle')}
        rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="role" label={t('role')} rules={[{ required: true, message: t('roleNeeded') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={ROLE_IDS.map((role) => ({ value: role, label: words(ROLES[role]) }))}
        />
      </Form.Item>
      <Form.Item name="regionCode" label={t('postRegion')} rules={[{ required: true, message: t('regionNeeded') }]}>
        <RegionField knownName={office.regionName} />
      </Form.Item>
    </CommandDialog>
  );
}
