import { type CaseDetail, type KnownFactView, listCaseFacts } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { useState } from 'react';
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
  return (
    <details className="ya-why">
      <summary>{t('knownFacts', { count: facts.length })}</summary>
      <ul className="ya-facts">
        {facts.map((fact) => (
          <FactLine key={`${fact.on} ${fact.index} ${fact.id}`} fact={fact}>
            {mayAssess && fact.factId !== null ? (
              <Button type="link" data-screen-only="" onClick={() => setChanging(fact)}>
                {t('changeFact')}
              </Button>
            ) : null}
          </FactLine>
        ))}
      </ul>
      {changing === undefined ? null : (
        <ChangeFactDialog file={file} fact={changing} onClose={() => setChanging(undefined)} />
      )}
    </details>
  );
}

function FactLine({ fact, children }: { readonly fact: KnownFactView; readonly children: React.ReactNode }) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  const whose = fact.personName ?? t(`about_${fact.on}`);
  return (
    <li>
      <span>
        <span className="ya-whose">{whose}</span> {words(fact.label)}
      </span>
      <strong>{words(fact.words)}</strong>
      <span className="yc-faint">
        {t(`from_${fact.provenance}`)}
        {fact.recordedAt === null ? '' : ` · ${fact.recordedBy} ${format.shortMoment(fact.recordedAt)}`}
      </span>
      {children}
    </li>
  );
}
