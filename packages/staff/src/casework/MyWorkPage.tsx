import { listMyTasks } from '@yimen/contracts';
import { EmptyState, Skeleton, useText } from '@yimen/ui';
import { Button, Segmented } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { useFilters } from '../platform/use-page.ts';
import { TaskList } from './TaskList.tsx';
import { text } from './text.ts';
import { WorkCounts } from './WorkCounts.tsx';
import './casework.css';

const REFRESH_MS = 60_000;

export function MyWorkPage() {
  const t = useText(text);
  const me = useMe();
  const [filters, change] = useFilters();
  const which = filters['which'] === 'done' ? 'done' : 'open';
  const counts = useCall(listMyTasks, { query: { which: 'open', limit: 1 } }, { refetchEveryMs: REFRESH_MS }).data
    ?.counts;
  return (
    <>
      <PageHeader meta={me.post === null ? undefined : t('workOf', { name: me.name, title: me.post.title })} />
      <WorkCounts counts={counts} />
      <div className="yc-toolbar">
        <Segmented
          aria-label={t('whichTasks')}
          value={which}
          options={[
            { value: 'open', label: t('tasksOpen') },
            { value: 'done', label: t('tasksDone') },
          ]}
          onChange={(value) => change({ which: value === 'done' ? 'done' : undefined })}
        />
        <span className="yc-faint yc-keys">{t('keysHint')}</span>
      </div>
      <Tasks which={which} />
    </>
  );
}

function Tasks({ which }: { readonly which: 'open' | 'done' }) {
  const t = useText(text);
  const s = useText(shell);
  const list = usePagesOf(listMyTasks, { query: { which, limit: 50 } });
  if (list.isPending) return <Skeleton label={s('loading')} lines={5} shape="card" />;
  if (list.error !== null) {
    return <ProblemNotice problem={list.error} action={<Button onClick={list.reload}>{s('reload')}</Button>} />;
  }
  if (list.items.length === 0) {
    return (
      <div className="yc-panel">
        <EmptyState title={which === 'open' ? t('nothingToDo') : t('nothingDone')}>
          {which === 'open' ? t('nothingToDoText') : t('nothingDoneText')}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <TaskList tasks={list.items} />
      {list.hasMore ? (
        <div className="yc-more">
          <Button loading={list.isLoadingMore} onClick={list.loadMore}>
            {s('loadMore')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
