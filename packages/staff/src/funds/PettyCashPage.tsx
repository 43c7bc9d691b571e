import { getPettyCash, type ResponseOf } from '@yimen/contracts';
import { Money, Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { BoxActions } from './BoxActions.tsx';
import { BoxState } from './BoxState.tsx';
import { Counts } from './Counts.tsx';
import { Figures } from './Figures.tsx';
import { Gauge } from './Gauge.tsx';
import { PettyCashBook } from './PettyCashBook.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './funds.css';

export type Box = ResponseOf<typeof getPettyCash>;

export function PettyCashPage() {
  const s = useText(shell);
  const officeId = usePageParam('officeId');
  // One line is enough here: the book below reads its own pages.
  const box = useCall(getPettyCash, { params: { officeId }, query: { limit: 1 } });
  if (box.data !== undefined) return <BoxOfTownship box={box.data} />;
  return (
    <>
      <PageHeader />
      {box.error === null ? (
        <Skeleton label={s('loading')} lines={8} />
      ) : (
        <ProblemNotice problem={box.error} action={<Button onClick={() => void box.refetch()}>{s('reload')}</Button>} />
      )}
    </>
  );
}

function BoxOfTownship({ box }: { readonly box: Box }) {
  const t = useText(text);
  const format = useFormat();
  const { account } = box;
  return (
    <>
      <PageHeader
        title={`${account.regionName} · ${t('boxTitle')}`}
        tags={<BoxState box={account} />}
        meta={account.officeName}
        actions={<BoxActions box={box} />}
      />
      <Figures
        items={[
          {
            key: 'held',
            label: t('gauge'),
            value: (
              <Gauge balanceFen={account.balanceFen} ceilingFen={account.ceilingFen} low={account.needsReplenishing} />
            ),
          },
          { key: 'reserved', label: t('reservedHere'), value: <Money fen={account.reservedFen} /> },
          { key: 'spent', label: t('spentSinceIssue'), value: <Money fen={account.spentSinceIssueFen} /> },
          {
            key: 'counted',
            label: t('lastCount'),
            value: account.lastCountAt === null ? t('neverCounted') : format.date(account.lastCountAt),
          },
        ]}
      />
      <Section id="box-book" title={t('book')}>
        <PettyCashBook officeId={account.officeId} />
      </Section>
      <Section id="box-counts" title={t('counts')}>
        <Counts counts={box.counts} />
      </Section>
    </>
  );
}
