import { type AssessmentView, type Change, compareAssessments, listAssessments } from '@yimen/contracts';
import { Skeleton, useText, useWords } from '@yimen/ui';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { text } from './text.ts';

/** Side by side with an earlier assessment of the case: what was known, what came out, which policy. */
export function CompareAssessments({ assessment }: { readonly assessment: AssessmentView }) {
  const t = useText(text);
  const format = useFormat();
  const labelId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const listed = useCall(listAssessments, { params: { id: assessment.caseId } });
  const others = (listed.data?.items ?? []).filter(({ id }) => id !== assessment.id);
  const [latest] = others;
  if (!latest) return null;
  const other = chosen ?? latest.id;
  const options = others.map(({ id, madeAt, madeBy }) => ({
    value: id,
    label: t('madeBy', { by: madeBy, when: format.moment(madeAt) }),
  }));
  return (
    <details className="ya-why" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t('compare', { count: others.length })}</summary>
      <p id={labelId}>{t('compareWith')}</p>
      <Select
        aria-labelledby={labelId}
        className="ya-compare-select"
        options={options}
        value={other}
        onChange={(id: string) => setChosen(id)}
      />
      {isOpen ? <Comparison id={assessment.id} other={other} /> : null}
    </details>
  );
}

function Comparison({ id, other }: { readonly id: string; readonly other: string }) {
  const t = useText(text);
  const s = useText(shell);
  const words = useWords();
  const format = useFormat();
  const compared = useCall(compareAssessments, { params: { id }, query: { with: other } });
  if (compared.error !== null) return <ProblemNotice problem={compared.error} />;
  if (compared.data === undefined) return <Skeleton label={s('loading')} lines={4} />;
  const { before, after, facts, outcomes, policy } = compared.data;
  const head = { before: format.moment(before.madeAt), after: format.moment(after.madeAt) };
  if (facts.length + outcomes.length + policy.length === 0) return <p>{t('noDifference')}</p>;
  return (
    <div className="ya-comparison">
      {outcomes.length === 0 ? <p>{t('sameOutcomes')}</p> : null}
      <Changes title={t('changedOutcomes')} changes={outcomes} head={head} />
      <Changes title={t('changedFacts')} changes={facts} head={head} />
      {policy.length === 0 ? null : (
        <>
          <h4>{t('changedPolicy')}</h4>
          <ul>
            {policy.map((sentence) => (
              <li key={sentence.en}>{words(sentence)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly head: { readonly before: string; readonly after: string };
}

function Changes({ title, changes, head }: ChangesProps) {
  const t = useText(text);
  const words = useWords();
  if (changes.length === 0) return null;
  return (
    <table className="ya-changes">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{head.before}</th>
          <th scope="col">{head.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.words.en}>
            <th scope="row">{words(change.what)}</th>
            <td>{change.before === null ? t('nothing') : words(change.before)}</td>
            <td>{change.after === null ? t('nothing') : words(change.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
