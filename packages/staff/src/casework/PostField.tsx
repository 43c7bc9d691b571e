import { listPosts } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { useMe } from '../platform/session/use-me.ts';
import { OfficeField } from '../referral/OfficeField.tsx';
import { text } from './text.ts';

export interface PostFieldProps {
  /** Antd Form.Item passes these; the value is the id of a post. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (postId: string | undefined) => void;
  readonly leaveOut?: string;
}

/** First the office, then one of its posts that somebody holds. */
export function PostField({ id, value, onChange, leaveOut }: PostFieldProps) {
  const t = useText(text);
  const me = useMe();
  const [officeId, setOfficeId] = useState(me.post?.officeId);
  const posts = useCall(listPosts, { query: { officeId, limit: 100 } }, { enabled: officeId !== undefined });
  const held = (posts.data?.items ?? []).filter(
    (post) => post.active && post.id !== leaveOut && post.holders.some((holder) => holder.kind === 'A'),
  );
  return (
    <div className="yc-post-field">
      <OfficeField
        aria-label={t('office')}
        {...(officeId === undefined ? {} : { value: officeId })}
        knownName={me.post?.officeName}
        onChange={(office) => {
          setOfficeId(office);
          onChange?.(undefined);
        }}
      />
      <Select
        {...(id === undefined ? {} : { id })}
        value={value ?? null}
        loading={posts.isFetching}
        placeholder={t('choosePost')}
        notFoundContent={t('noPosts')}
        onChange={(post) => onChange?.(post ?? undefined)}
        options={held.map((post) => ({
          value: post.id,
          label: [post.title, post.holders.find((holder) => holder.kind === 'A')?.name].filter(Boolean).join(' · '),
        }))}
      />
    </div>
  );
}
