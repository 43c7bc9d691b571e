import { getCase } from '@yimen/contracts';
import { Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { CaseFile } from './CaseFile.tsx';
import './casework.css';

export function CasePage() {
  const s = useText(shell);
  const id = usePageParam('caseId');
  const file = useCall(getCase, { params: { id } });
  if (file.data !== undefined) return <CaseFile file={file.data} />;
  return (
    <>
      <PageHeader />
      {file.error === null ? (
        <Skeleton label={s('loading')} lines={6} shape="card" />
      ) : (
        <ProblemNotice
          problem={file.error}
          action={<Button onClick={() => void file.refetch()}>{s('reload')}</Button>}
        />
      )}
    </>
  );
}
