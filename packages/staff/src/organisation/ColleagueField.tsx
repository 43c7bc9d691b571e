import { listPosts } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Select } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { text } from './text.ts';

export interface ColleagueFieldProps {
  /** Antd Form.Item passes these; the value is the id of an account. */
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (accountId: string) => void;
  readonly officeId: string;
}

const MOST = 100;

/** Somebody who holds a post of the office. */
export function ColleagueField({ id, value, onChange, officeId }: ColleagueFieldProps) {
  const t = useText(text);
  const posts = useCall(listPosts, { query: { officeId, limit: MOST } });
  const people = new Map(
    (posts.data?.items ?? []).flatMap((post) => post.holders.map((holder) => [holder.accountId, holder.name] as const)),
  );
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      loading={posts.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={t('noHolders')}
      options={[...people].map(([accountId, name]) => ({ value: accountId, label: name }))}
      onChange={(account) => onChange?.(account)}
    />
  );
}
