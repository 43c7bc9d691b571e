import { Link } from '@tanstack/react-router';
import { listPettyCash, type PettyCashView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import type { TableColumnsType } from 'antd';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useFormat } from '../platform/show/format.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { BoxState } from './BoxState.tsx';
import { Gauge } from './Gauge.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './funds.css';

const MOST = 100;

export function PettyCashListPage() {
  const t = useText(text);
  const list = usePagesOf(listPettyCash, { query: { limit: MOST } });
  // Who waits for money comes first; the order of the regions stays below that.
  const items = [...list.items].sort((first, second) => waits(second) - waits(first));
  return (
    <>
      <PageHeader meta={t('policyCeiling')} />
      <div className="yc-panel">
        <LongTable
          list={{ ...list, items }}
          columns={useBoxColumns()}
          rowKey="accountId"
          label={t('pettyCashTitle')}
          emptyTitle={t('noBoxes')}
          emptyText={t('noBoxesText')}
        />
      </div>
    </>
  );
}

function waits(box: PettyCashView): number {
  return Number(box.needsReplenishing) + Number(box.openRequestFen !== null);
}

function useBoxColumns(): TableColumnsType<PettyCashView> {
  const t = useText(text);
  const format = useFormat();
  return [
    {
      title: t('township'),
      render: (_, box) => (
        <>
          <Link to={`/petty-cash/${box.officeId}` as string}>{box.regionName}</Link>
          <div className="yc-faint">{box.officeName}</div>
        </>
      ),
    },
    {
      title: t('gauge'),
      width: 215,
      render: (_, box) => <Gauge balanceFen={box.balanceFen} ceilingFen={box.ceilingFen} low={box.needsReplenishing} />,
    },
    { title: t('state'), width: 150, render: (_, box) => <BoxState box={box} /> },
    {
      title: t('lastCount'),
      width: 125,
      render: (_, box) => (
        <span className="yc-number">{box.lastCountAt === null ? t('neverCounted') : format.date(box.lastCountAt)}</span>
      ),
    },
    { title: t('reservedHere'), width: 110, align: 'right', render: (_, box) => <Money fen={box.reservedFen} /> },
    {
      title: t('spentSinceIssue'),
      width: 125,
      align: 'right',
      render: (_, box) => <Money fen={box.spentSinceIssueFen} />,
    },
  ];
}
