import { getBatch, type ResponseOf } from '@yimen/contracts';
import { Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useCall } from '../../platform/call/use-call.ts';
import { PageHeader } from '../../platform/layout/PageHeader.tsx';
import { Section } from '../../platform/layout/Section.tsx';
import { useFormat } from '../../platform/show/format.ts';
import { ProblemNotice } from '../../platform/show/ProblemNotice.tsx';
import { text as shell } from '../../platform/text.ts';
import { usePageParam } from '../../platform/use-page.ts';
import { text } from '../text.ts';
import { BatchActions } from './BatchActions.tsx';
import { BatchFigures } from './BatchFigures.tsx';
import { BatchPayments } from './BatchPayments.tsx';
import { BatchProgress } from './BatchProgress.tsx';
import { BatchTag } from './BatchTag.tsx';
import { ReturnFiles } from './ReturnFiles.tsx';
import { SignatureLines } from './SignatureLines.tsx';
import '../../casework/casework.css';
import '../funds.css';

export type BatchFile = ResponseOf<typeof getBatch>;

export function BatchPage() {
  const s = useText(shell);
  const batch = useCall(getBatch, { params: { id: usePageParam('batchId') } });
  if (batch.data !== undefined) return <Batch batch={batch.data} />;
  return (
    <>
      <PageHeader />
      {batch.error === null ? (
        <Skeleton label={s('loading')} lines={8} />
      ) : (
        <ProblemNotice
          problem={batch.error}
          action={<Button onClick={() => void batch.refetch()}>{s('reload')}</Button>}
        />
      )}
    </>
  );
}

function Batch({ batch }: { readonly batch: BatchFile }) {
  const t = useText(text);
  const s = useText(shell);
  const format = useFormat();
  return (
    <div className="yf-paper">
      <PageHeader
        title={`${t('batchesTitle')} ${batch.batchNo}`}
        tags={<BatchTag state={batch.state} />}
        meta={
          <>
            <span>{batch.fundName}</span>
            <span>
              {t('madeBy')} {batch.madeBy} {format.moment(batch.madeAt)}
            </span>
            {batch.checkedBy === null ? null : (
              <span>
                {t('batchCheckedBy')} {batch.checkedBy}
              </span>
            )}
          </>
        }
        actions={
          <>
            <BatchActions batch={batch} />
            <Button onClick={() => window.print()}>{s('print')}</Button>
          </>
        }
      />
      <BatchProgress state={batch.state} />
      <BatchFigures batch={batch} />
      <Section id="batch-payments" title={t('payments')}>
        <BatchPayments payments={batch.payments} />
      </Section>
      <Section id="batch-returns" title={t('returns')}>
        <ReturnFiles batch={batch} />
      </Section>
      <SignatureLines />
    </div>
  );
}
