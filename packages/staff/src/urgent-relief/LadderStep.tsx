import { CheckCircleOutlined, LockOutlined, UnlockOutlined } from '@ant-design/icons';
import type { UrgentReliefPanel } from '@yimen/contracts';
import { Money, useText, useWords } from '@yimen/ui';
import { shareOf } from './share-of.ts';
import { text } from './text.ts';

type Step = UrgentReliefPanel['ladder']['steps'][number];

const STATES = {
  open: { icon: UnlockOutlined, words: 'stepOpen' },
  full: { icon: CheckCircleOutlined, words: 'stepFull' },
  closed: { icon: LockOutlined, words: 'stepClosed' },
} as const;

export function LadderStep({ step, height }: { readonly step: Step; readonly height: number }) {
  const t = useText(text);
  const words = useWords();
  const state = stateOf(step);
  const { icon: Icon, words: stateWords } = STATES[state];
  return (
    <li className="yr-step" data-state={state} data-height={height}>
      <div className="yr-step-head">
        <strong>{words(step.label)}</strong>
        <span className="yr-step-state">
          <Icon aria-hidden="true" /> {t(stateWords)}
        </span>
      </div>
      <div className="yr-step-room">
        {step.roomFen === null ? (
          t('noCap')
        ) : (
          <>
            <span className="yr-step-left">{t('room')}</span> <Money fen={step.roomFen} strong />
          </>
        )}
      </div>
      <span className="yr-bar" aria-hidden="true">
        <span style={{ width: `${shareOf(step.grantedFen, step.capFen)}%` }} />
      </span>
      <div className="yr-step-figures">
        <span>
          {t('used')} <Money fen={step.grantedFen} />
        </span>
        {step.capFen === null ? null : (
          <span>
            {t('capOf')} <Money fen={step.capFen} />
          </span>
        )}
      </div>
      {state === 'closed' ? <p className="yr-step-why">{words(step.why)}</p> : null}
    </li>
  );
}

function stateOf(step: Step): keyof typeof STATES {
  if (step.open) return 'open';
  return step.roomFen === 0 ? 'full' : 'closed';
}
