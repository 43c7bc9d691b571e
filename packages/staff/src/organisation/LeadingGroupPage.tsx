import { listPosts, type Post } from '@yimen/contracts';
import { EmptyState, Skeleton, useText } from '@yimen/ui';
import { Button, Table } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { Holders } from './Holders.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './organisation.css';

const MOST = 100;

/** The seats of the county's leading group, in the order of its founding document. */
export function LeadingGroupPage() {
  const t = useText(text);
  const posts = useCall(listPosts, { query: { role: 'leader', limit: MOST } });
  const seats = (posts.data?.items ?? [])
    .filter((post) => post.seat !== null && post.active)
    .sort((first, second) => Number(first.seat) - Number(second.seat));
  return (
    <>
      <PageHeader meta={seats.length === 0 ? undefined : t('leadingIntro', { count: seats.length })} />
      <div className="yc-panel">
        <Seats seats={seats} isPending={posts.isPending} problem={posts.error} onReload={() => void posts.refetch()} />
      </div>
    </>
  );
}

interface SeatsProps {
  readonly seats: readonly Post[];
  readonly isPending: boolean;
  readonly problem: unknown;
  readonly onReload: () => void;
}

function Seats({ seats, isPending, problem, onReload }: SeatsProps) {
  const t = useText(text);
  const s = useText(shell);
  if (problem !== null) {
    return <ProblemNotice problem={problem} action={<Button onClick={onReload}>{s('reload')}</Button>} />;
  }
  if (isPending) return <Skeleton label={s('loading')} lines={8} />;
  if (seats.length === 0) return <EmptyState title={t('leadingNone')}>{t('leadingNoneText')}</EmptyState>;
  return (
    <Table
      aria-label={t('leadingTitle')}
      dataSource={seats}
      rowKey="id"
      pagination={false}
      size="middle"
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('seat'), width: 70, align: 'right', dataIndex: 'seat' },
        { title: t('postTitle'), dataIndex: 'title' },
        { title: t('holderA'), width: 280, render: (_, post) => <Holders post={post} kind="A" /> },
        { title: t('holderB'), width: 280, render: (_, post) => <Holders post={post} kind="B" /> },
      ]}
    />
  );
}
