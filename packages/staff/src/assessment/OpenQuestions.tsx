import { type AssessmentView, assessCase, type CaseDetail, listCaseFacts, type NextQuestion } from '@yimen/contracts';
import { type Problem, useText, useWords } from '@yimen/ui';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { useCommand } from '../platform/call/use-command.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { type GroupAnswers, groupsOf, newFactsOf } from './new-facts.ts';
import { QuestionGroup } from './QuestionGroup.tsx';
import { text } from './text.ts';

export interface OpenQuestionsProps {
  readonly file: CaseDetail;
  readonly assessment: AssessmentView;
}

const FIRST = 8;

/** What is still to be known, as a list to tick off: answered right here, written with its source, assessed anew. */
export function OpenQuestions({ file, assessment }: OpenQuestionsProps) {
  const t = useText(text);
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<GroupAnswers>();
  const [all, setAll] = useState(false);
  const known = useCall(listCaseFacts, { params: { id: file.id } });
  const command = useCommand(assessCase, { onDone: () => void message.success(t('assessed')) });
  const { determination } = assessment;
  if (determination === null || determination.nextQuestions.length === 0) return null;
  const { nextQuestions, openQuestionCount } = determination;
  const shown = all ? nextQuestions : firstOf(nextQuestions);
  const more = openQuestionCount > nextQuestions.length ? 'showMore' : 'showAll';
  const groups = groupsOf(shown);
  const decisive = decisiveKeys(determination);

  function submit(values: GroupAnswers): void {
    const facts = newFactsOf(values, groups, assessment.members, known.data?.items ?? []);
    if (facts.length === 0) return void message.info(t('nothingAnswered'));
    command.mutate(
      { params: { id: file.id }, body: { facts } },
      { onError: (problem) => showBeside(problem, facts), onSuccess: () => form.resetFields() },
    );
  }

  function showBeside(problem: Problem, facts: ReturnType<typeof newFactsOf>): void {
    for (const { path, message: sentence } of problem.fieldErrors) {
      const fact = facts[Number(path.split('.')[1])];
      const group = groups.find((one) => one.on === fact?.on && one.questions.some(({ id }) => id === fact.question));
      if (fact && group) form.setFields([{ name: [group.key, 'answers', fact.question], errors: [words(sentence)] }]);
    }
  }

  return (
    <section className="ya-section ya-open" aria-label={t('stillToAsk')}>
      <h3 className="ya-title">{t('stillToAsk')}</h3>
      <p className="yc-faint">{t('askIntro', { count: openQuestionCount })}</p>
      <Form<GroupAnswers> form={form} layout="vertical" onFinish={submit}>
        {groups.map((group) => (
          <QuestionGroup
            key={group.key}
            group={group}
            name={group.on === 'person' ? (assessment.members[group.index]?.name ?? '') : t(`about_${group.on}`)}
            isDecisive={(question) => decisive.has(keyOf(question))}
          />
        ))}
        {command.error !== null ? <ProblemNotice problem={command.error} /> : null}
        <div className="ya-buttons" data-screen-only="">
          <Button type="primary" htmlType="submit" loading={command.isPending} disabled={known.data === undefined}>
            {t('writeAndAssess')}
          </Button>
          {nextQuestions.length > firstOf(nextQuestions).length ? (
            <Button type="link" onClick={() => setAll(!all)} aria-expanded={all}>
              {all ? t('showFewer') : t(more, { count: nextQuestions.length })}
            </Button>
          ) : null}
        </div>
      </Form>
    </section>
  );
}

/** The first that need an answer of their own; what holds of nearly everybody costs one press and stands beside them. */
function firstOf(questions: readonly NextQuestion[]): readonly NextQuestion[] {
  const asked = questions.filter(({ usual }) => usual === null).slice(0, FIRST);
  return questions.filter((question) => question.usual !== null || asked.includes(question));
}

function keyOf({ on, index, id }: Pick<NextQuestion, 'on' | 'index' | 'id'>): string {
  return `${on} ${index} ${id}`;
}

/** Facts that belong to the fewest that decide a programme. */
function decisiveKeys({ programmes }: NonNullable<AssessmentView['determination']>): ReadonlySet<string> {
  return new Set(programmes.flatMap(({ missing }) => missing.filter((fact) => fact.decisive).map(keyOf)));
}
