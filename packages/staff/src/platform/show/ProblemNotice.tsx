import { isProblem, useText, useWords } from '@yimen/ui';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { text } from '../text.ts';

export interface ProblemNoticeProps {
  readonly problem: unknown;
  /** Facts of the refusal, drawn by the page: the earlier payment, both versions. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A refusal: the reason, the next step, the number to quote. Renders nothing without a problem. */
export function ProblemNotice({ problem, children, action }: ProblemNoticeProps) {
  const t = useText(text);
  const words = useWords();
  if (problem === null || problem === undefined) return null;
  const known = isProblem(problem) ? problem : undefined;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={known === undefined ? t('brokenTitle') : words(known.words)}
      description={
        <>
          <p>{known === undefined ? t('brokenText') : words(known.nextStep)}</p>
          {children}
          {known !== undefined && known.status >= 500 ? (
            <p className="ys-faint">{t('requestId', { id: known.requestId })}</p>
          ) : null}
        </>
      }
      action={action}
    />
  );
}
