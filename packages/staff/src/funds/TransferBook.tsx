import { type FundView, listTransfers, type TransferView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { Select, type TableColumnsType } from 'antd';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { useFormat } from '../platform/show/format.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { useFilters } from '../platform/use-page.ts';
import { transferKindText } from './labels.ts';
import { text } from './text.ts';

/** Every movement of the fund, latest first. */
export function TransferBook({ fund }: { readonly fund: FundView }) {
  const t = useText(text);
  const clearable = useClearable();
  const [filters, change] = useFilters();
  const accountId = fund.accounts.find((account) => account.id === filters['account'])?.id;
  const list = usePagesOf(listTransfers, { params: { id: fund.id }, query: { accountId } });
  return (
    <Section
      id="fund-transfers"
      title={t('transfers')}
      actions={
        <Select
          className="yf-account-filter"
          aria-label={t('account')}
          placeholder={t('anyAccount')}
          allowClear={clearable}
          showSearch={{ optionFilterProp: 'label' }}
          value={accountId ?? null}
          options={fund.accounts.map((account) => ({
            value: account.id,
            label: `${account.name} · ${account.officeName}`,
          }))}
          onChange={(id) => change({ account: id ?? undefined })}
        />
      }
    >
      <LongTable
        list={list}
        columns={useTransferColumns()}
        rowKey="id"
        label={t('transfers')}
        emptyTitle={t('noTransfers')}
        emptyText={t('noTransfersText')}
      />
    </Section>
  );
}

function useTransferColumns(): TableColumnsType<TransferView> {
  const t = useText(text);
  const kinds = useText(transferKindText);
  const format = useFormat();
  return [
    { title: t('at'), width: 160, render: (_, row) => <span className="yc-number">{format.moment(row.at)}</span> },
    // The contract leaves the kind open; one this page does not know shows as nothing rather than as a code.
    { title: t('kind'), width: 100, render: (_, row) => (isKind(row.kind) ? kinds(row.kind) : '—') },
    {
      title: `${t('from')} → ${t('to')}`,
      render: (_, row) => (
        <>
          <div>{row.fromAccount}</div>
          <div className="yc-faint">→ {row.toAccount}</div>
        </>
      ),
    },
    { title: t('amount'), width: 120, align: 'right', render: (_, row) => <Money fen={row.amountFen} strong /> },
    { title: t('memo'), render: (_, row) => <div className="yf-memo">{row.memo}</div> },
    { title: t('caseNo'), width: 150, render: (_, row) => <span className="yc-number">{row.caseNo ?? '—'}</span> },
    { title: t('by'), width: 80, render: (_, row) => row.by || '—' },
  ];
}

type Kind = keyof typeof transferKindText.zh;

function isKind(kind: string): kind is Kind {
  return kind in transferKindText.zh;
}
