import { assessCase, getAssessment } from '@yimen/contracts';
import { Skeleton, useText } from '@yimen/ui';
import type { CaseDialogProps } from '../casework/CaseActions.tsx';
import { useCall } from '../platform/call/use-call.ts';
import { CommandDialog } from '../platform/form/CommandDialog.tsx';
import { text as shell } from '../platform/text.ts';
import { text } from './text.ts';
import { UrgencyQuestions } from './UrgencyQuestions.tsx';
import { type AnswerValues, answersOf } from './urgency-answers.ts';

/** Starts from what was answered last time, so that nothing is asked twice. */
export function AssessDialog(props: CaseDialogProps) {
  const s = useText(shell);
  const { assessmentId } = props.file;
  const latest = useCall(getAssessment, { params: { id: assessmentId ?? '' } }, { enabled: assessmentId !== null });
  if (latest.isLoading) return <Skeleton label={s('loading')} lines={1} />;
  const known = Object(latest.data?.inputs['urgencyAnswers']) as AnswerValues; // frozen inputs are kept as data
  return <AnswersDialog {...props} known={known} />;
}

function AnswersDialog({ file, onClose, known }: CaseDialogProps & { readonly known: AnswerValues }) {
  const t = useText(text);
  return (
    <CommandDialog<typeof assessCase, { readonly urgencyAnswers?: AnswerValues }>
      route={assessCase}
      title={t('assessTitle')}
      submitText={t('assess')}
      doneText={t('assessed')}
      width={680}
      initialValues={{ urgencyAnswers: known }}
      toInput={(values) => ({ params: { id: file.id }, body: { urgencyAnswers: answersOf(values.urgencyAnswers) } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('assessIntro')}</p>
      <UrgencyQuestions regionCode={file.placeRegionCode} />
    </CommandDialog>
  );
}
