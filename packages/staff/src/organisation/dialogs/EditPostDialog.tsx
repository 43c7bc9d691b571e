import { updatePost } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Checkbox, Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { text } from '../text.ts';
import type { PostDialogProps } from './AssignDialog.tsx';

interface Values {
  readonly title: string;
  readonly active: boolean;
}

export function EditPostDialog({ post, onClose }: PostDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof updatePost, Values>
      route={updatePost}
      title={t('editPost')}
      submitText={t('save')}
      doneText={t('postSaved')}
      fieldLabels={{ title: t('postTitle') }}
      initialValues={{ title: post.title, active: post.active }}
      toInput={(values) => ({ params: { id: post.id }, body: { ...values, expectedVersion: post.version } })}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('postTitle')}
        rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="active" valuePropName="checked">
        <Checkbox>{t('active')}</Checkbox>
      </Form.Item>
    </CommandDialog>
  );
}
