import { listRelatives, type RelativeFiling } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useFormat } from '../platform/show/format.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { FileRelativeDialog } from './dialogs/FileRelativeDialog.tsx';
import { WithdrawRelativeDialog } from './dialogs/WithdrawRelativeDialog.tsx';
import { relationText } from './labels.ts';
import { text } from './text.ts';
import '../casework/casework.css';
import './organisation.css';

export function RelativeListPage() {
  const t = useText(text);
  const [filing, setFiling] = useState(false);
  const [withdrawing, setWithdrawing] = useState<RelativeFiling>();
  const list = usePagesOf(listRelatives, { query: {} });
  return (
    <>
      <PageHeader
        meta={t('relativesIntro')}
        actions={
          <Button type="primary" onClick={() => setFiling(true)}>
            {t('fileRelative')}
          </Button>
        }
      />
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useRelativeColumns(setWithdrawing)}
          rowKey="id"
          label={t('relativesTitle')}
          emptyTitle={t('noRelatives')}
          emptyText={t('noRelativesText')}
        />
      </div>
      {filing ? <FileRelativeDialog onClose={() => setFiling(false)} /> : null}
      {withdrawing === undefined ? null : (
        <WithdrawRelativeDialog filing={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </>
  );
}

function useRelativeColumns(onWithdraw: (filing: RelativeFiling) => void): TableColumnsType<RelativeFiling> {
  const t = useText(text);
  const relation = useText(relationText);
  const format = useFormat();
  return [
    { title: t('staff'), width: 160, dataIndex: 'accountName' },
    { title: t('relation'), width: 180, render: (_, filing) => relation(filing.relation) },
    { title: t('relativeName'), width: 160, dataIndex: 'name' },
    { title: t('idNumber'), render: (_, filing) => <span className="yc-number">{filing.idNumberMasked}</span> },
    { title: t('filedAt'), width: 160, render: (_, filing) => format.date(filing.filedAt) },
    {
      title: t('state'),
      width: 110,
      render: (_, filing) =>
        filing.withdrawn ? <ToneTag>{t('withdrawn')}</ToneTag> : <ToneTag tone="good">{t('inForce')}</ToneTag>,
    },
    {
      title: t('acts'),
      width: 120,
      render: (_, filing) =>
        filing.withdrawn ? null : (
          <Button size="small" onClick={() => onWithdraw(filing)}>
            {t('withdraw')}
          </Button>
        ),
    },
  ];
}
