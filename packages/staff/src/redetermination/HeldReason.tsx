import { explainHeldItem, type HeldItem, type HeldReasons, type Words } from '@yimen/contracts';
import { Skeleton, useLanguage, useText, useWords } from '@yimen/ui';
import { useCall } from '../platform/call/use-call.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { text } from './text.ts';

export interface HeldReasonProps {
  readonly runId: string;
  readonly item: HeldItem;
}

/** Why a household is held: what changed in the policy or in what is known of it, and what came of that. */
export function HeldReason({ runId, item: { householdId, headName } }: HeldReasonProps) {
  const t = useText(text);
  const s = useText(shell);
  const asked = useCall(explainHeldItem, { params: { id: runId, householdId } });
  if (asked.error !== null) return <ProblemNotice problem={asked.error} />;
  if (asked.data === undefined) return <Skeleton label={s('loading')} lines={4} />;
  const { changes, facts, policy } = asked.data;
  return (
    <section className="yr-why" aria-label={t('whyHeldOf', { name: headName })}>
      <WhatChanged title={t('changedPolicy')} sentences={policy} />
      <WhatChanged title={t('changedFacts')} sentences={facts.map(({ words }) => words)} />
      {facts.length + policy.length === 0 ? <p>{t('nothingChanged')}</p> : null}
      {changes.map((change) => (
        <Change key={`${change.programme} ${change.personId}`} change={change} />
      ))}
    </section>
  );
}

function WhatChanged({ title, sentences }: { readonly title: string; readonly sentences: readonly Words[] }) {
  const words = useWords();
  if (sentences.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence.en}>{words(sentence)}</li>
        ))}
      </ul>
    </>
  );
}

function Change({ change }: { readonly change: HeldReasons['changes'][number] }) {
  const t = useText(text);
  const words = useWords();
  const { programmeName, personName, before, after } = change;
  return (
    <>
      <h4>
        {personName === null ? words(programmeName) : t('whose', { name: personName, what: words(programmeName) })}
      </h4>
      <dl>
        <dt>{t('was')}</dt>
        <Side sentences={before} />
        <dt>{t('is')}</dt>
        <Side sentences={after} />
      </dl>
    </>
  );
}

function Side({ sentences }: { readonly sentences: HeldReasons['changes'][number]['before'] }) {
  const t = useText(text);
  const language = useLanguage();
  const told = sentences?.[language] ?? [];
  return (
    <dd>
      {told.length === 0 ? t('notDetermined') : null}
      {told.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </dd>
  );
}
