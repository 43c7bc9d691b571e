import type { BatchView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { text } from '../text.ts';

const STEPS = [
  { key: 'stepMade', state: 'drafted' },
  { key: 'stepChecked', state: 'checked' },
  { key: 'stepExported', state: 'exported' },
  { key: 'stepReturned', state: 'returned' },
  { key: 'stepReconciled', state: 'reconciled' },
] as const;

/** How far it got; a cancelled batch got nowhere. */
export function BatchProgress({ state }: Pick<BatchView, 'state'>) {
  const t = useText(text);
  const reached = STEPS.findIndex((step) => step.state === state);
  if (reached === -1) return null;
  return (
    <ol className="yf-progress" aria-label={t('progress')} data-screen-only="">
      {STEPS.map((step, index) => (
        <li
          key={step.key}
          data-done={index <= reached ? '' : undefined}
          aria-current={index === reached + 1 ? 'step' : undefined}
        >
          <span className="yf-progress-mark" aria-hidden="true">
            {index <= reached ? '✓' : index + 1}
          </span>
          {t(step.key)}
        </li>
      ))}
    </ol>
  );
}
