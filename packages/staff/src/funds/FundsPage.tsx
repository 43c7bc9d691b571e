import { Link } from '@tanstack/react-router';
import { type FundView, listFunds } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import type { TableColumnsType } from 'antd';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { LongTable } from '../platform/show/LongTable.tsx';
import { fundKindText } from './labels.ts';
import { text } from './text.ts';
import { UsageBar } from './UsageBar.tsx';
import '../casework/casework.css';
import './funds.css';

/** The few first: a county has one or two of those, and a society in every village. */
const KINDS = ['fiscal', 'donor', 'society'] as const;
const NOTES = { fiscal: 'fiscalNote', society: 'societyNote', donor: 'donorNote' } as const;

export function FundsPage() {
  const t = useText(text);
  return (
    <>
      <PageHeader meta={t('neverMix')} />
      {KINDS.map((kind) => (
        <FundsOfKind key={kind} kind={kind} />
      ))}
    </>
  );
}

function FundsOfKind({ kind }: Pick<FundView, 'kind'>) {
  const t = useText(text);
  const kindName = useText(fundKindText)(kind);
  const list = usePagesOf(listFunds, { query: { kind } });
  return (
    <section className="yf-kind" data-kind={kind} aria-labelledby={`funds-${kind}`}>
      <div className="yf-kind-head">
        <h2 id={`funds-${kind}`}>{kindName}</h2>
        <p className="yc-faint">{t(NOTES[kind])}</p>
      </div>
      <LongTable
        list={list}
        columns={useFundColumns()}
        rowKey="id"
        label={kindName}
        emptyTitle={t('noFunds')}
        emptyText={t('noFundsText')}
      />
    </section>
  );
}

function useFundColumns(): TableColumnsType<FundView> {
  const t = useText(text);
  return [
    {
      title: t('fund'),
      render: (_, fund) => (
        <div className="yf-name-cell">
          <Link to={`/funds/${fund.id}` as string}>{fund.name}</Link>
          {fund.name.startsWith(fund.officeName) ? null : <div className="yc-faint">{fund.officeName}</div>}
        </div>
      ),
    },
    { title: t('received'), align: 'right', width: 140, render: (_, fund) => <Money fen={fund.receivedFen} /> },
    { title: t('spent'), align: 'right', width: 130, render: (_, fund) => <Money fen={fund.spentFen} /> },
    { title: t('reserved'), align: 'right', width: 130, render: (_, fund) => <Money fen={fund.reservedFen} /> },
    {
      title: t('available'),
      align: 'right',
      width: 140,
      render: (_, fund) => <Money fen={fund.availableFen} strong />,
    },
    { title: t('usage'), width: 140, render: (_, fund) => <UsageBar fund={fund} /> },
  ];
}
