import { Link } from '@tanstack/react-router';
import type { HeldItem } from '@yimen/contracts';
import { EmptyState, useText, useWords } from '@yimen/ui';
import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import type { LongList } from '../platform/call/use-pages-of.ts';
import { useFormat } from '../platform/show/format.ts';
import { LoadedList } from '../platform/show/LoadedList.tsx';
import { LoadMore } from '../platform/show/LoadMore.tsx';
import { ScrollArea } from '../platform/show/ScrollArea.tsx';
import { HeldReason } from './HeldReason.tsx';
import { isOpen } from './is-open.ts';
import { heldStateText } from './labels.ts';
import { text } from './text.ts';

export interface HeldTableProps {
  readonly runId: string;
  readonly list: LongList<HeldItem>;
  /** Households that are ticked; null for somebody who only reads. */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (chosen: readonly string[]) => void;
}

export function HeldTable({ runId, list, chosen, onChoose }: HeldTableProps) {
  const t = useText(text);
  const [explained, setExplained] = useState<readonly string[]>([]);
  const toggle = (id: string) =>
    setExplained((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const columns = useHeldColumns((item) => (
    <Button
      type="link"
      className="yr-why-button"
      aria-expanded={explained.includes(item.householdId)}
      aria-label={t('whyHeldOf', { name: item.headName })}
      onClick={() => toggle(item.householdId)}
    >
      {t('whyHeld')}
    </Button>
  ));
  const canChoose = chosen !== null && list.items.some(isOpen);
  return (
    <LoadedList list={list} lines={6} empty={<EmptyState title={t('noHeld')} />}>
      <ScrollArea label={t('held')}>
        <Table<HeldItem>
          className="yr-held"
          aria-label={t('held')}
          columns={columns}
          dataSource={list.items}
          rowKey="householdId"
          pagination={false}
          expandable={{
            showExpandColumn: false,
            expandedRowKeys: [...explained],
            expandedRowRender: (item) => <HeldReason runId={runId} item={item} />,
          }}
          size="middle"
          {...(canChoose
            ? {
                rowSelection: {
                  selectedRowKeys: [...chosen],
                  onChange: (keys) => onChoose(keys.map(String)),
                  getCheckboxProps: (item: HeldItem) => ({
                    disabled: !isOpen(item),
                    'aria-label': t('choose', { name: item.headName }),
                  }),
                  getTitleCheckboxProps: () => ({ 'aria-label': t('chooseAll') }),
                },
              }
            : {})}
        />
      </ScrollArea>
      <LoadMore list={list} />
    </LoadedList>
  );
}

function useHeldColumns(why: (item: HeldItem) => ReactNode): TableColumnsType<HeldItem> {
  const t = useText(text);
  return [
    {
      title: t('household'),
      render: (_, { headName, regionName }) => (
        <>
          {headName}
          <div className="yc-faint">{regionName}</div>
        </>
      ),
    },
    {
      title: t('case'),
      render: (_, { caseId, caseNo }) => (
        <Link className="yc-number" to={`/cases/${caseId}` as string}>
          {caseNo}
        </Link>
      ),
    },
    {
      title: t('changes'),
      render: (_, item) => (
        <>
          <Changes item={item} />
          {item.reason === 'unreadable' ? null : why(item)}
        </>
      ),
    },
    { title: t('result'), render: (_, item) => <Result item={item} /> },
  ];
}

function Changes({ item }: { readonly item: HeldItem }) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  return (
    <>
      {item.reason === 'differs' ? null : <p>{words(item.words)}</p>}
      <ul className="yr-changes">
        {item.changes.map((change) => (
          <li key={`${change.programme} ${change.personId} ${change.words.en}`}>{words(change.words)}</li>
        ))}
      </ul>
      {item.reason === 'differs' && item.exitUntil !== null ? (
        <p className="yc-faint">{t('exitUntil', { date: format.date(item.exitUntil) })}</p>
      ) : null}
      {item.stale ? <p className="yc-faint">{t('stale')}</p> : null}
    </>
  );
}

function Result({ item: { state, decidedBy, decidedAt, note } }: { readonly item: HeldItem }) {
  const t = useText(text);
  const states = useText(heldStateText);
  const format = useFormat();
  return (
    <>
      {states(state)}
      {decidedBy === null || decidedAt === null ? null : (
        <div className="yc-faint">{t('decidedLine', { name: decidedBy, when: format.shortMoment(decidedAt) })}</div>
      )}
      {note === null ? null : <div className="yc-faint yc-cell-text">{note}</div>}
    </>
  );
}
