import { getPettyCash, type ResponseOf } from '@yimen/contracts';
import { formatFen, Money, useText, useWords } from '@yimen/ui';
import type { TableColumnsType } from 'antd';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { useFormat } from '../platform/show/format.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { text } from './text.ts';

type Line = ResponseOf<typeof getPettyCash>['items'][number];

/** The book as cashiers keep it: in, out, what is left after each line; latest first. */
export function PettyCashBook({ officeId }: { readonly officeId: string }) {
  const t = useText(text);
  const list = usePagesOf(getPettyCash, { params: { officeId }, query: {} });
  // Lines carry no id; one moment can hold two of them, so the balance after the line tells them apart.
  const items = list.items.map((line) => ({ ...line, key: `${line.at} ${line.kind} ${line.balanceFen}` }));
  return (
    <LongTable
      list={{ ...list, items }}
      columns={useBookColumns()}
      rowKey="key"
      label={t('book')}
      emptyTitle={t('noLines')}
      emptyText={t('noLinesText')}
    />
  );
}

function useBookColumns(): TableColumnsType<Line & { readonly key: string }> {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  return [
    { title: t('at'), width: 150, render: (_, line) => <span className="yc-number">{format.moment(line.at)}</span> },
    { title: t('matter'), width: 90, render: (_, line) => words(line.words) },
    { title: t('memo'), render: (_, line) => <div className="yf-memo">{line.memo}</div> },
    { title: t('caseNo'), width: 150, render: (_, line) => <span className="yc-number">{line.caseNo ?? '—'}</span> },
    { title: t('by'), width: 80, render: (_, line) => line.by || '—' },
    {
      title: t('income'),
      width: 100,
      align: 'right',
      render: (_, line) => (line.amountFen > 0 ? formatFen(line.amountFen) : ''),
    },
    {
      title: t('outgo'),
      width: 100,
      align: 'right',
      render: (_, line) => (line.amountFen < 0 ? formatFen(-line.amountFen) : ''),
    },
    {
      title: t('bookBalance'),
      width: 125,
      align: 'right',
      render: (_, line) => <Money fen={line.balanceFen} strong />,
    },
  ];
}
