import type { AssessmentView, CaseDetail, ProgrammeResult } from '@yimen/contracts';
import { formatFen, useLanguage, useText, useWords } from '@yimen/ui';
import { useState } from 'react';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { ProgrammeReason } from './ProgrammeReason.tsx';
import { ReferProgramme } from './ReferProgramme.tsx';
import { text } from './text.ts';

export interface ProgrammeRowProps {
  readonly file: CaseDetail;
  readonly assessment: AssessmentView;
  readonly programme: ProgrammeResult;
}

const TONE = { yes: 'good', no: 'plain', unknown: 'warning' } as const;

/** One programme for the household, a member or the event: what comes of it at a glance, everything else on opening. */
export function ProgrammeRow({ file, assessment, programme }: ProgrammeRowProps) {
  const t = useText(text);
  const words = useWords();
  const language = useLanguage();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const member = programme.on === 'person' ? assessment.members[programme.index]?.name : undefined;
  return (
    <li>
      <details className="ya-programme" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="ya-programme-name">
            {words(programme.name)}
            {member === undefined ? null : <span className="ya-whose">{member}</span>}
          </span>
          <ToneTag tone={programme.determined ? TONE[programme.outcome] : 'plain'}>
            {programme.determined ? t(`outcome_${programme.outcome}`) : t('byPerson')}
          </ToneTag>
          <Amount programme={programme} />
          <span className="yc-faint">{programme.department === null ? '' : words(programme.department)}</span>
        </summary>
        <div className="ya-programme-body">
          {programme.sentences[language].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <PaidFrom programme={programme} />
          {programme.paidUntil === null ? null : <p>{t('paidUntil', { day: format.date(programme.paidUntil) })}</p>}
          {programme.excludedBy.length === 0 ? null : (
            <p>{t('excludedBy', { others: programme.excludedBy.map(({ label }) => words(label)).join(t('comma')) })}</p>
          )}
          <p className="yc-faint">{t(`applyAt_${programme.applyAt}`)}</p>
          <Documents programme={programme} />
          <ReferProgramme file={file} programme={programme} member={member} />
          {open && programme.determined ? <ProgrammeReason assessmentId={assessment.id} programme={programme} /> : null}
        </div>
      </details>
    </li>
  );
}

/** Reckoned from a decision nobody has taken yet, the day says so. */
function PaidFrom({ programme: { paidFrom, paidIfDecidedOn } }: { readonly programme: ProgrammeResult }) {
  const t = useText(text);
  const format = useFormat();
  if (paidFrom === null) return null;
  const day = format.date(paidFrom);
  if (paidIfDecidedOn === null) return <p>{t('paidFrom', { day })}</p>;
  return <p>{t('paidFromIfDecided', { day, decided: format.date(paidIfDecidedOn) })}</p>;
}

function Amount({ programme: { outcome, amountFen, per } }: { readonly programme: ProgrammeResult }) {
  const t = useText(text);
  if (outcome !== 'yes' || amountFen === null) return null;
  return (
    <strong className="ya-amount">
      {formatFen(amountFen)}
      {per === null ? '' : t(`per_${per}`)}
    </strong>
  );
}

/** What is certainly not needed is not shown. */
function Documents({ programme }: { readonly programme: ProgrammeResult }) {
  const t = useText(text);
  const words = useWords();
  const shown = programme.documents.filter(({ need }) => need !== 'notNeeded');
  if (shown.length === 0 || programme.outcome === 'no') return null;
  return (
    <>
      <p>{t('documents')}</p>
      <ul className="ya-documents">
        {shown.map((document) => (
          <li key={document.id}>
            {words(document.label)}
            <span className="yc-faint">
              {document.need === 'notYetKnown' ? t('perhapsNeeded') : t(`provider_${document.provider}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
