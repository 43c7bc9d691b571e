import { listUrgencyQuestions, type ResponseOf } from '@yimen/contracts';
import { Skeleton, useText, useWords } from '@yimen/ui';
import { Form, Radio } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { text } from './text.ts';
import './assessment.css';

export type Question = ResponseOf<typeof listUrgencyQuestions>['items'][number];

export function useUrgencyQuestions(regionCode: string | undefined) {
  return useCall(
    listUrgencyQuestions,
    { query: regionCode === undefined ? {} : { region: regionCode } },
    { keepPrevious: true },
  );
}

/** The questions of the locality. Not answering is an answer: not yet known. Fields stand under `urgencyAnswers`. */
export function UrgencyQuestions({ regionCode }: { readonly regionCode: string | undefined }) {
  const s = useText(shell);
  const questions = useUrgencyQuestions(regionCode);
  if (questions.error !== null) return <ProblemNotice problem={questions.error} />;
  if (questions.data === undefined) return <Skeleton label={s('loading')} lines={6} />;
  return (
    <div className="ya-questions">
      {questions.data.items.map((question) => (
        <QuestionField key={question.id} question={question} />
      ))}
    </div>
  );
}

function QuestionField({ question }: { readonly question: Question }) {
  const t = useText(text);
  const words = useWords();
  const flags = [
    { value: true, label: t('answerYes') },
    { value: false, label: t('answerNo') },
  ];
  const options = question.options.map((option) => ({ value: option.id, label: words(option.label) }));
  return (
    <fieldset className="ya-question">
      <legend>{words(question.label)}</legend>
      <Form.Item name={['urgencyAnswers', question.id]} noStyle>
        <Radio.Group
          options={[...(options.length === 0 ? flags : options), { value: '', label: t('answerUnknown') }]}
        />
      </Form.Item>
      {question.help === null ? null : <p className="yc-faint">{words(question.help)}</p>}
    </fieldset>
  );
}
