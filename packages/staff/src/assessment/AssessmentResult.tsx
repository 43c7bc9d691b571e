import type { AssessmentView, CaseDetail, ExplanationNode } from '@yimen/contracts';
import { useLanguage, useText, useWords } from '@yimen/ui';
import type { ReactNode } from 'react';
import { UrgencyTag } from '../casework/UrgencyTag.tsx';
import { useFormat } from '../platform/show/format.ts';
import { CompareAssessments } from './CompareAssessments.tsx';
import { ExplanationView } from './ExplanationView.tsx';
import { KnownFacts } from './KnownFacts.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { Programmes } from './Programmes.tsx';
import { text } from './text.ts';
import './assessment.css';

export interface AssessmentResultProps {
  readonly file: CaseDetail;
  readonly assessment: AssessmentView;
  readonly mayAssess: boolean;
  /** What can be done about it. */
  readonly children: ReactNode;
}

export function AssessmentResult({ file, assessment, mayAssess, children }: AssessmentResultProps) {
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
          {t('byPolicy', { pack: words(assessment.packName), version: assessment.policyVersion.slice(0, 8) })}
        </span>
        <span className="ya-again">{children}</span>
      </div>
      <Deciding node={urgency.explanation} />
      {assessment.determination === null ? null : <Programmes file={file} assessment={assessment} />}
      {mayAssess ? <OpenQuestions file={file} assessment={assessment} /> : null}
      <KnownFacts file={file} mayAssess={mayAssess} />
      <CompareAssessments assessment={assessment} />
      <Unknowns unknown={urgency.unknown} />
      <h3 className="ya-title">{t('why')}</h3>
      <div className="ya-why">
        <ExplanationView node={urgency.explanation} label={t('why')} openLevels={2} />
      </div>
      <details className="ya-why">
        <summary>{t('inSentences')}</summary>
        <ul className="ya-sentences">
          {sentences[language].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** The conditions that made it so, before the whole tree. */
function Deciding({ node }: { readonly node: ExplanationNode }) {
  const t = useText(text);
  const words = useWords();
  const holding = node.children.find((child) => child.outcome === 'yes')?.children ?? [];
  const deciding = holding.filter((condition) => condition.outcome === 'yes').map((one) => words(one.label));
  if (deciding.length === 0) return null;
  return <p>{t('because', { reasons: deciding.join(t('reasonComma')) })}</p>;
}

function Unknowns({ unknown }: Pick<AssessmentView['urgency'], 'unknown'>) {
  const t = useText(text);
  const words = useWords();
  if (unknown.length === 0) return null;
  return (
    <div className="ya-unknown">
      <h3>{t('urgencyOpen')}</h3>
      <ul>
        {unknown.map((question) => (
          <li key={question.id}>{words(question.label)}</li>
        ))}
      </ul>
    </div>
  );
}
