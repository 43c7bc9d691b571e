import { getAssessment, type ProgrammeResult } from '@yimen/contracts';
import { Skeleton, useText, useWords } from '@yimen/ui';
import { useCall } from '../platform/call/use-call.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { ReasonTree } from './ReasonTree.tsx';
import { text } from './text.ts';

export interface ProgrammeReasonProps {
  readonly assessmentId: string;
  readonly programme: ProgrammeResult;
}

/** The whole reason of one programme: asked for when somebody wants to know. */
export function ProgrammeReason({ assessmentId, programme }: ProgrammeReasonProps) {
  const t = useText(text);
  const s = useText(shell);
  const words = useWords();
  const input = { params: { id: assessmentId }, query: { programme: programme.id } };
  const asked = useCall(getAssessment, input);
  if (asked.error !== null) return <ProblemNotice problem={asked.error} />;
  if (asked.data === undefined) return <Skeleton label={s('loading')} lines={4} />;
  const reason = asked.data.reasons.find(({ index }) => index === programme.index);
  if (reason === undefined) return null;
  const nodes = reason.amount === null ? [reason.eligible] : [reason.eligible, reason.amount];
  return <ReasonTree nodes={nodes} label={t('whyProgramme', { name: words(programme.name) })} />;
}
