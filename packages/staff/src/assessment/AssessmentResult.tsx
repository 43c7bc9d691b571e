import type { AssessmentView } from '@yimen/contracts';
import { useLanguage, useText, useWords } from '@yimen/ui';
import type { ReactNode } from 'react';
import { UrgencyTag } from '../casework/UrgencyTag.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { ExplanationView } from './ExplanationView.tsx';
import { text } from './text.ts';
import './assessment.css';

export interface AssessmentResultProps {
  readonly assessment: AssessmentView;
  /** What can be done about it. */
  readonly children: ReactNode;
}

export function AssessmentResult({ assessment, children }: AssessmentResultProps) {
  const t = useText(text);
  const words = useWords();
  const language = useLanguage();
  const format = useFormat();
  const { urgency, sentences } = assessment;
  return (
    <div className="ya-result">
      <div className="ya-head">
        <UrgencyTag urgency={urgency.established} />
        {urgency.possible === urgency.established ? null : (
          <span className="ya-possible">
            {t('mayBe')} <UrgencyTag urgency={urgency.possible} />
          </span>
        )}
        <span className="yc-faint">
          {t('madeBy', { by: assessment.madeBy, when: format.shortMoment(assessment.madeAt) })} ·{' '}
          {t('byPolicy', { pack: words(assessment.packName), version: assessment.policyVersion })}
        </span>
        <span className="ya-again">{children}</span>
      </div>
      <ul className="ya-sentences">
        {sentences[language].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Unknowns unknown={urgency.unknown} />
      <details className="ya-why" open>
        <summary>{t('why')}</summary>
        <ExplanationView node={urgency.explanation} label={t('why')} />
      </details>
      <Programmes programmes={assessment.programmes} />
    </div>
  );
}

function Unknowns({ unknown }: Pick<AssessmentView['urgency'], 'unknown'>) {
  const t = useText(text);
  const words = useWords();
  if (unknown.length === 0) return null;
  return (
    <div className="ya-unknown">
      <h3>{t('stillToAsk')}</h3>
      <ul>
        {unknown.map((question) => (
          <li key={question.id}>{words(question.label)}</li>
        ))}
      </ul>
    </div>
  );
}

function Programmes({ programmes }: Pick<AssessmentView, 'programmes'>) {
  const t = useText(text);
  const words = useWords();
  if (programmes.length === 0) return null;
  return (
    <>
      <h3 className="yc-subtitle">{t('programmes')}</h3>
      <ul className="ya-programmes">
        {programmes.map((programme) => (
          <li key={programme.id}>
            <span>{words(programme.name)}</span>
            <span className="yc-faint">{words(programme.lead)}</span>
            <ToneTag tone={programme.determined ? 'good' : 'plain'}>
              {programme.determined ? t('determined') : t('notDetermined')}
            </ToneTag>
          </li>
        ))}
      </ul>
    </>
  );
}
