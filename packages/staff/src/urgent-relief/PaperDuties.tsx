import type { PaperDutyView, UrgentReliefPanel } from '@yimen/contracts';
import { Money, useText, useWords } from '@yimen/ui';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { useFormat } from '../platform/show/format.ts';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { paperStateText, providerText } from './labels.ts';
import { PaperActions } from './PaperActions.tsx';
import { text } from './text.ts';

const TONES: Readonly<Record<PaperDutyView['state'], Tone>> = {
  due: 'warning',
  fulfilled: 'good',
  waived: 'plain',
  'in-recovery': 'danger',
  recovered: 'plain',
};

/** Aid came first; these papers follow, each with who brings it and until when. */
export function PaperDuties({ papers }: Pick<UrgentReliefPanel, 'papers'>) {
  const t = useText(text);
  if (papers.length === 0) return null;
  const owed = papers.filter((paper) => paper.state === 'due').length;
  return (
    <div>
      <h3 className="yc-subtitle">
        {t('papers')}{' '}
        <span className="yc-faint">{owed === 0 ? t('papersDone') : t('papersOwed', { count: owed })}</span>
      </h3>
      <ul className="yr-papers">
        {papers.map((paper) => (
          <Paper key={paper.id} paper={paper} />
        ))}
      </ul>
    </div>
  );
}

function Paper({ paper }: { readonly paper: PaperDutyView }) {
  const t = useText(text);
  const words = useWords();
  const state = useText(paperStateText);
  const provider = useText(providerText);
  const format = useFormat();
  return (
    <li className="yr-paper" data-late={paper.state === 'due' && paper.clock.state === 'overdue' ? '' : undefined}>
      <div className="yr-paper-what">
        <strong>{words(paper.label)}</strong>
        <span className="yc-faint">{provider(paper.provider)}</span>
        <ToneTag tone={TONES[paper.state]}>{state(paper.state)}</ToneTag>
        {paper.escalated ? <ToneTag tone="danger">{t('escalated')}</ToneTag> : null}
      </div>
      {paper.state === 'due' ? <DueCountdown clock={paper.clock} /> : null}
      {paper.fulfilledAt === null ? null : (
        <span className="yc-faint">{t('filedAt', { when: format.shortMoment(paper.fulfilledAt) })}</span>
      )}
      {paper.note === null ? null : <p>{paper.note}</p>}
      {paper.recoveryFen === null ? null : (
        <p>
          {t('toRecover')} <Money fen={paper.recoveryFen} strong /> · {t('recoveredSoFar')}{' '}
          <Money fen={paper.recoveredFen ?? 0} />
        </p>
      )}
      <PaperActions paper={paper} />
    </li>
  );
}
