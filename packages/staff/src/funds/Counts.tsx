import { Money, useText } from '@yimen/ui';
import { Table } from 'antd';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import type { Box } from './PettyCashPage.tsx';
import { text } from './text.ts';

/** Stock-takes, latest first; one stays open until a second person confirms it. */
export function Counts({ counts }: Pick<Box, 'counts'>) {
  const t = useText(text);
  const format = useFormat();
  if (counts.length === 0) return <p className="yc-faint">{t('noCounts')}</p>;
  return (
    <Table
      aria-label={t('counts')}
      dataSource={counts}
      rowKey="id"
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('at'),
          width: 180,
          render: (_, count) => <span className="yc-number">{format.moment(count.countedAt)}</span>,
        },
        { title: t('countedFen'), width: 130, align: 'right', render: (_, count) => <Money fen={count.countedFen} /> },
        { title: t('bookFen'), width: 130, align: 'right', render: (_, count) => <Money fen={count.bookFen} /> },
        {
          title: t('difference'),
          width: 130,
          align: 'right',
          render: (_, count) => (
            <span className="yf-difference" data-off={count.differenceFen === 0 ? undefined : ''}>
              <Money fen={count.differenceFen} />
            </span>
          ),
        },
        { title: t('explanation'), render: (_, count) => count.explanation ?? '—' },
        { title: t('countedBy'), width: 100, dataIndex: 'countedBy' },
        {
          title: t('confirmedBy'),
          width: 120,
          render: (_, count) => count.confirmedBy ?? <ToneTag tone="warning">{t('toConfirm')}</ToneTag>,
        },
      ]}
    />
  );
}
