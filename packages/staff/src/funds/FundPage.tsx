import { type FundView, getFund } from '@yimen/contracts';
import { Money, Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { ReceiveMoneyDialog } from './dialogs/ReceiveMoneyDialog.tsx';
import { Figures } from './Figures.tsx';
import { FundAccounts } from './FundAccounts.tsx';
import { FundMark } from './FundMark.tsx';
import { TransferBook } from './TransferBook.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './funds.css';

export function FundPage() {
  const s = useText(shell);
  const fund = useCall(getFund, { params: { id: usePageParam('fundId') } });
  if (fund.data !== undefined) return <Fund fund={fund.data} />;
  return (
    <>
      <PageHeader />
      {fund.error === null ? (
        <Skeleton label={s('loading')} lines={8} />
      ) : (
        <ProblemNotice
          problem={fund.error}
          action={<Button onClick={() => void fund.refetch()}>{s('reload')}</Button>}
        />
      )}
    </>
  );
}

function Fund({ fund }: { readonly fund: FundView }) {
  const t = useText(text);
  const me = useMe();
  const [receiving, setReceiving] = useState(false);
  return (
    <>
      <PageHeader
        title={fund.name}
        tags={<FundMark kind={fund.kind} />}
        meta={fund.officeName}
        actions={
          me.permissions.includes('fund.receive') ? (
            <Button type="primary" onClick={() => setReceiving(true)}>
              {t('receive')}
            </Button>
          ) : undefined
        }
      />
      <Figures
        items={[
          { key: 'received', label: t('received'), value: <Money fen={fund.receivedFen} /> },
          { key: 'spent', label: t('spent'), value: <Money fen={fund.spentFen} /> },
          { key: 'reserved', label: t('reserved'), value: <Money fen={fund.reservedFen} /> },
          { key: 'available', label: t('available'), value: <Money fen={fund.availableFen} />, tone: 'good' },
        ]}
      />
      <Section id="fund-accounts" title={t('accounts')}>
        <FundAccounts fund={fund} />
      </Section>
      <TransferBook fund={fund} />
      {receiving ? <ReceiveMoneyDialog fund={fund} onClose={() => setReceiving(false)} /> : null}
    </>
  );
}
