import type { AssessmentView, CaseDetail, ProgrammeResult } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { ProgrammeRow } from './ProgrammeRow.tsx';
import { text } from './text.ts';

/** Every programme by what comes of it: what can be had stands open, the rest folds away. */
export function Programmes({ file, assessment }: Omit<ListProps, 'programmes'>) {
  const t = useText(text);
  const programmes = assessment.determination?.programmes ?? [];
  const shown = { file, assessment };
  const of = (outcome: ProgrammeResult['outcome']) =>
    programmes.filter((programme) => programme.determined && programme.outcome === outcome);
  const byPerson = programmes.filter(({ determined }) => !determined);
  return (
    <section className="ya-section" aria-label={t('programmes')}>
      <h3 className="ya-title">{t('programmes')}</h3>
      {of('yes').length === 0 ? <p className="yc-faint">{t('noneYet')}</p> : null}
      <ProgrammeList {...shown} programmes={of('yes')} />
      <Folded {...shown} title={t('stillOpen', { count: of('unknown').length })} programmes={of('unknown')} />
      <Folded {...shown} title={t('notMet', { count: of('no').length })} programmes={of('no')} />
      <Folded {...shown} title={t('forPeople', { count: byPerson.length })} programmes={byPerson} />
    </section>
  );
}

interface ListProps {
  readonly file: CaseDetail;
  readonly assessment: AssessmentView;
  readonly programmes: readonly ProgrammeResult[];
}

function Folded({ title, ...list }: ListProps & { readonly title: string }) {
  if (list.programmes.length === 0) return null;
  return (
    <details className="ya-why">
      <summary>{title}</summary>
      <ProgrammeList {...list} />
    </details>
  );
}

function ProgrammeList({ file, assessment, programmes }: ListProps) {
  if (programmes.length === 0) return null;
  return (
    <ul className="ya-programmes">
      {programmes.map((programme) => (
        <ProgrammeRow
          key={`${programme.id} ${programme.index}`}
          file={file}
          assessment={assessment}
          programme={programme}
        />
      ))}
    </ul>
  );
}
