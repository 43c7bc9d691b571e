import { Link } from '@tanstack/react-router';
import { listRedeterminations, type RedeterminationView } from '@yimen/contracts';
import { Notice, useText } from '@yimen/ui';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { formatCount } from '../platform/show/figures.ts';
import { useFormat } from '../platform/show/format.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { StartDialog } from './dialogs/StartDialog.tsx';
import { RunTag } from './RunTag.tsx';
import { text } from './text.ts';
import { useStartedBy } from './use-started-by.ts';
import '../casework/casework.css';
import './redetermination.css';

export function RunListPage() {
  const t = useText(text);
  const mayRun = useMe().permissions.includes('redetermination.run');
  const [starting, setStarting] = useState(false);
  const list = usePagesOf(listRedeterminations, { query: { limit: 50 } });
  const isDue = list.firstPage?.due ?? false;
  return (
    <>
      <PageHeader
        actions={
          mayRun ? (
            <Button type="primary" onClick={() => setStarting(true)}>
              {t('start')}
            </Button>
          ) : undefined
        }
      >
        <p className="yr-intro">{t('intro')}</p>
      </PageHeader>
      {mayRun && isDue ? (
        <div className="yr-notice">
          <Notice kind="warning" title={t('due')}>
            {t('dueText')}
          </Notice>
        </div>
      ) : null}
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useRunColumns()}
          rowKey="id"
          label={t('runsTitle')}
          emptyTitle={t('noRuns')}
          emptyText={t('noRunsText')}
        />
      </div>
      {starting ? <StartDialog onClose={() => setStarting(false)} /> : null}
    </>
  );
}

function useRunColumns(): TableColumnsType<RedeterminationView> {
  const t = useText(text);
  const format = useFormat();
  const startedBy = useStartedBy();
  return [
    {
      title: t('on'),
      render: (_, run) => <Link to={`/redeterminations/${run.id}` as string}>{format.date(run.on)}</Link>,
    },
    { title: t('state'), render: (_, run) => <RunTag state={run.state} /> },
    {
      title: t('progress'),
      align: 'right',
      render: (_, run) => (
        <span className="yc-number">
          {t('done', { done: formatCount(run.householdsDone), of: formatCount(run.households) })}
        </span>
      ),
    },
    {
      title: t('differences'),
      align: 'right',
      render: (_, run) => <span className="yc-number">{formatCount(run.differences)}</span>,
    },
    { title: t('place'), dataIndex: 'regionName' },
    { title: t('startedBy'), render: (_, run) => startedBy(run) },
  ];
}
