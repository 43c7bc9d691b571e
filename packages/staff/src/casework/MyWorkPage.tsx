import { listMyTasks } from '@yimen/contracts';
import { EmptyState, useText } from '@yimen/ui';
import { Segmented } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { LoadedList } from '../platform/show/LoadedList.tsx';
import { LoadMore } from '../platform/show/LoadMore.tsx';
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
  const list = usePagesOf(listMyTasks, { query: { which, limit: 50 } });
  const empty = (
    <div className="yc-panel">
      <EmptyState title={which === 'open' ? t('nothingToDo') : t('nothingDone')}>
        {which === 'open' ? t('nothingToDoText') : t('nothingDoneText')}
      </EmptyState>
    </div>
  );
  return (
    <LoadedList list={list} lines={5} shape="card" empty={empty}>
      <TaskList tasks={list.items} />
      <LoadMore list={list} />
    </LoadedList>
  );
}
