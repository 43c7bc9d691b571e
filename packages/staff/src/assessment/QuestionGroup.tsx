import type { NextQuestion } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { FactItem } from './FactItem.tsx';
import type { Group } from './new-facts.ts';
import { RareCircumstances } from './RareCircumstances.tsx';
import { SourceField } from './SourceField.tsx';
import { text } from './text.ts';

export interface QuestionGroupProps {
  readonly group: Group;
  /** Whom it is about. */
  readonly name: string;
  readonly isDecisive: (question: NextQuestion) => boolean;
}

/** What is asked about the household, a member or the event, and where the answers come from. */
export function QuestionGroup({ group, name, isDecisive }: QuestionGroupProps) {
  const t = useText(text);
  const asked = group.questions.filter(({ usual }) => usual === null);
  const rare = group.questions.filter(({ usual }) => usual !== null);
  return (
    <fieldset className="ya-group">
      <legend>{name}</legend>
      <div className="ya-questions">
        {asked.map((question) => (
          <Question key={question.id} group={group} question={question} isDecisive={isDecisive(question)} />
        ))}
      </div>
      {rare.length === 0 ? null : (
        <RareCircumstances group={group} questions={rare} about={name}>
          {rare.map((question) => (
            <Question key={question.id} group={group} question={question} isDecisive={false} />
          ))}
        </RareCircumstances>
      )}
      <SourceField name={[group.key, 'source']} label={t('sourceOf')} />
    </fieldset>
  );
}

interface QuestionProps {
  readonly group: Group;
  readonly question: NextQuestion;
  readonly isDecisive: boolean;
}

function Question({ group, question, isDecisive }: QuestionProps) {
  const t = useText(text);
  const words = useWords();
  return (
    <FactItem
      question={question}
      name={[group.key, 'answers', question.id]}
      label={
        <span className="ya-asked">
          {words(question.label)}
          {question.per === null ? null : <span className="yc-faint">{t(`per_${question.per}`)}</span>}
          {isDecisive ? <ToneTag tone="warning">{t('decides')}</ToneTag> : null}
        </span>
      }
      {...(question.help === null ? {} : { extra: words(question.help) })}
    />
  );
}
