import type { FundView } from '@yimen/contracts';
import { Money, Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { NotFoundPage } from '../platform/show/NotFoundPage.tsx';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { ReceiveMoneyDialog } from './dialogs/ReceiveMoneyDialog.tsx';
import { Figures } from './Figures.tsx';
import { FundAccounts } from './FundAccounts.tsx';
import { FundMark } from './FundMark.tsx';
import { TransferBook } from './TransferBook.tsx';
import { text } from './text.ts';
import { useFund } from './use-fund.ts';
import '../casework/casework.css';
import './funds.css';

export function FundPage() {
  const s = useText(shell);
  const { fund, isPending, error, reload } = useFund(usePageParam('fundId'));
  if (error !== null) return <ProblemNotice problem={error} action={<Button onClick={reload}>{s('reload')}</Button>} />;
  if (fund !== undefined) return <Fund fund={fund} />;
  return isPending ? <Skeleton label={s('loading')} lines={8} /> : <NotFoundPage />;
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
      <section className="yc-section" aria-labelledby="fund-accounts">
        <h2 className="yc-section-title" id="fund-accounts">
          {t('accounts')}
        </h2>
        <FundAccounts fund={fund} />
      </section>
      <TransferBook fund={fund} />
      {receiving ? <ReceiveMoneyDialog fund={fund} onClose={() => setReceiving(false)} /> : null}
    </>
  );
}
