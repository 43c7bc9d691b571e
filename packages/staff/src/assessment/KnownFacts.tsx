import { type CaseDetail, type KnownFactView, listCaseFacts } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useCall } from '../platform/call/use-call.ts';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { ChangeFactDialog } from './ChangeFactDialog.tsx';
import { text } from './text.ts';

export interface KnownFactsProps {
  readonly file: CaseDetail;
  readonly mayAssess: boolean;
}

/** What is known, of whom, from where; what was written down can be put right. */
export function KnownFacts({ file, mayAssess }: KnownFactsProps) {
  const t = useText(text);
  const [changing, setChanging] = useState<KnownFactView>();
  const known = useCall(listCaseFacts, { params: { id: file.id } });
  if (known.error !== null) return <ProblemNotice problem={known.error} />;
  const facts = (known.data?.items ?? []).filter(({ value }) => value !== null);
  if (facts.length === 0) return null;
  // They come in order: the household, its members in turn, the event.
  const groups = [...Map.groupBy(facts, ({ on, index }) => `${on} ${index}`)];
  const line = (fact: KnownFactView) => (
    <FactLine key={fact.id} fact={fact}>
      {mayAssess && fact.factId !== null ? (
        <Button type="link" data-screen-only="" onClick={() => setChanging(fact)}>
          {t('changeFact')}
        </Button>
      ) : null}
    </FactLine>
  );
  return (
    <details className="ya-why">
      <summary>{t('knownFacts', { count: facts.length })}</summary>
      {groups.map(([key, own]) => (
        <FactsOf key={key} facts={own} line={line} />
      ))}
      {changing === undefined ? null : (
        <ChangeFactDialog file={file} fact={changing} onClose={() => setChanging(undefined)} />
      )}
    </details>
  );
}

interface FactsOfProps {
  readonly facts: readonly KnownFactView[];
  readonly line: (fact: KnownFactView) => ReactNode;
}

/** Of the household, a member or the event; what is not so, or nothing, is most of it and waits below. */
function FactsOf({ facts, line }: FactsOfProps) {
  const t = useText(text);
  const [first] = facts;
  const nothing = facts.filter(isNothing);
  const whose = first && (first.personName ?? t(`about_${first.on}`));
  return (
    <section>
      <h4>{whose}</h4>
      <ul className="ya-facts">{facts.filter((fact) => !isNothing(fact)).map(line)}</ul>
      {nothing.length === 0 ? null : (
        <details>
          <summary>{t('nothingOf', { count: nothing.length, whose: whose ?? '' })}</summary>
          <ul className="ya-facts">{nothing.map(line)}</ul>
        </details>
      )}
    </section>
  );
}

function isNothing({ value }: KnownFactView): boolean {
  return value === false || value === 0;
}

function FactLine({ fact, children }: { readonly fact: KnownFactView; readonly children: ReactNode }) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  return (
    <li>
      <span>{words(fact.label)}</span>
      <strong>{words(fact.words)}</strong>
      <span className="yc-faint">
        {t(`from_${fact.provenance}`)}
        {fact.recordedAt === null ? '' : ` · ${fact.recordedBy} ${format.shortMoment(fact.recordedAt)}`}
      </span>
      {children}
    </li>
  );
}
