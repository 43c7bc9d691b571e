import { assignPost, type Post } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { AccountField } from '../AccountField.tsx';
import { text } from '../text.ts';

const MOST_SUBSTITUTES = 3;

interface Values {
  readonly a: string | null;
  readonly b: readonly string[] | null;
}

export interface PostDialogProps {
  readonly post: Post;
  readonly onClose: () => void;
}

export function AssignDialog({ post, onClose }: PostDialogProps) {
  const t = useText(text);
  const idsOf = (kind: 'A' | 'B') => post.holders.filter((one) => one.kind === kind).map((one) => one.accountId);
  return (
    <CommandDialog<typeof assignPost, Values>
      route={assignPost}
      title={`${t('assign')} · ${post.title}`}
      submitText={t('save')}
      doneText={t('assigned')}
      initialValues={{ a: idsOf('A')[0] ?? null, b: idsOf('B') }}
      toInput={({ a, b }) => ({
        params: { id: post.id },
        body: { a: a ?? null, b: [...(b ?? [])], expectedVersion: post.version },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('assignIntro')}</p>
      <Form.Item name="a" label={t('holderA')}>
        <AccountField<string> known={post.holders} />
      </Form.Item>
      <Form.Item name="b" label={t('holderB')} extra={t('atMostThree')}>
        <AccountField<readonly string[]> most={MOST_SUBSTITUTES} known={post.holders} />
      </Form.Item>
    </CommandDialog>
  );
}
