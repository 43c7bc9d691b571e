import { isProblem, Notice, useText, useWords } from '@yimen/ui';
import type { ReactNode } from 'react';
import { text } from './text.ts';

export interface ProblemNoticeProps {
  readonly problem: unknown;
  readonly action?: ReactNode;
}

/** A refusal with its reason and next step. Renders nothing without a problem. */
export function ProblemNotice({ problem, action }: ProblemNoticeProps) {
  const t = useText(text);
  const words = useWords();
  if (problem === null || problem === undefined) return null;
  if (!isProblem(problem)) {
    return (
      <Notice kind="danger" live title={t('brokenTitle')} actions={action}>
        {t('brokenText')}
      </Notice>
    );
  }
  return (
    <Notice kind="danger" live title={words(problem.words)} actions={action}>
      {words(problem.nextStep)}
      {problem.status < 500 || problem.requestId === '' ? null : <div>{t('requestId', { id: problem.requestId })}</div>}
    </Notice>
  );
}
