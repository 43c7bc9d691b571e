import { type CaseDetail, getAssessment } from '@yimen/contracts';
import { Notice, Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { AssessDialog } from './AssessDialog.tsx';
import { AssessmentResult } from './AssessmentResult.tsx';
import { text } from './text.ts';

export function AssessmentSection({ file }: { readonly file: CaseDetail }) {
  const t = useText(text);
  const [open, setOpen] = useState(false);
  const mayAssess = file.availableActions.some((action) => action.act === 'assess' && action.blockedBy === null);
  const again = mayAssess ? (
    <Button size="small" data-screen-only="" onClick={() => setOpen(true)}>
      {file.assessmentId === null ? t('assess') : t('assessAgain')}
    </Button>
  ) : null;
  return (
    <>
      {file.assessmentId === null ? (
        <Notice title={t('notAssessed')} actions={again}>
          {t('notAssessedText')}
        </Notice>
      ) : (
        <LatestAssessment file={file} id={file.assessmentId} mayAssess={mayAssess}>
          {again}
        </LatestAssessment>
      )}
      {open ? <AssessDialog file={file} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface LatestAssessmentProps {
  readonly file: CaseDetail;
  readonly id: string;
  readonly mayAssess: boolean;
  readonly children: ReactNode;
}

function LatestAssessment({ file, id, mayAssess, children }: LatestAssessmentProps) {
  const s = useText(shell);
  const assessment = useCall(getAssessment, { params: { id } }, { keepPrevious: true });
  if (assessment.data !== undefined) {
    return (
      <AssessmentResult file={file} assessment={assessment.data} mayAssess={mayAssess}>
        {children}
      </AssessmentResult>
    );
  }
  if (assessment.error !== null) return <ProblemNotice problem={assessment.error} />;
  return <Skeleton label={s('loading')} lines={5} />;
}
