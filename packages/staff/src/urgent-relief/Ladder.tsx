import type { UrgentReliefPanel } from '@yimen/contracts';
import { Money, useText, useWords } from '@yimen/ui';
import { LadderStep } from './LadderStep.tsx';
import { shareOf } from './share-of.ts';
import { text } from './text.ts';

/** Three steps up: what each level may give, gave, and has left; below them the sum under its common cap. */
export function Ladder({ ladder }: { readonly ladder: UrgentReliefPanel['ladder'] }) {
  const t = useText(text);
  const words = useWords();
  const { cumulativeCapFen: cap, cumulativeGrantedFen: granted } = ladder;
  return (
    <div className="yr-ladder-box">
      <ol className="yr-ladder" aria-label={t('ladder')}>
        {ladder.steps.map((step, index) => (
          <LadderStep key={step.level} step={step} height={index} />
        ))}
      </ol>
      <div className="yr-total">
        <span>{t('cumulative')}</span>
        <span className="yr-bar" aria-hidden="true">
          <span style={{ width: `${shareOf(granted, cap)}%` }} />
        </span>
        <span>
          <Money fen={granted} strong />
          {cap === null ? (
            ` · ${t('noCap')}`
          ) : (
            <span className="yc-faint">
              {' '}
              / {t('capOf')} <Money fen={cap} />
            </span>
          )}
        </span>
      </div>
      <p className="yc-faint">
        {t(ladder.requireExhaustion ? 'scopeInOrder' : 'scopeOnly', { scope: words(ladder.scope) })}
      </p>
    </div>
  );
}
