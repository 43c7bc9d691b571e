import type { RedeterminationView } from '@yimen/contracts';
import { Notice, useText } from '@yimen/ui';
import { Progress } from 'antd';
import { Section } from '../platform/layout/Section.tsx';
import { formatCount } from '../platform/show/figures.ts';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';

/** How far the computing is; what is done stays done whatever happens. */
export function RunProgress({ run }: { readonly run: RedeterminationView }) {
  const t = useText(text);
  const { households, householdsDone, state, failure } = run;
  const percent = households === 0 ? 0 : Math.floor((householdsDone / households) * 100);
  return (
    <Section id="progress" title={t('progress')}>
      {failure === null ? null : (
        <div className="yr-notice">
          <Notice kind="danger" title={t('failed')}>
            {t('failedText', { reason: failure })}
          </Notice>
        </div>
      )}
      <Progress
        percent={percent}
        status={state === 'computing' || state === 'started' ? 'active' : 'normal'}
        aria-label={t('progress')}
      />
      <p className="yc-number" role="status">
        <Line run={run} />
      </p>
      {run.unreadable === 0 ? null : <p className="yc-faint">{t('unreadable', { count: run.unreadable })}</p>}
    </Section>
  );
}

function Line({ run }: { readonly run: RedeterminationView }) {
  const t = useText(text);
  const format = useFormat();
  const { state, computedAt, expectedAt } = run;
  const [done, of] = [formatCount(run.householdsDone), formatCount(run.households)];
  if (state === 'started') return t('counting');
  if (state === 'stopped') return `${t('done', { done, of })} · ${t('stoppedNote')}`;
  if (computedAt !== null) return t('computed', { when: format.moment(computedAt), of });
  const expected = expectedAt === null ? '' : ` · ${t('expected', { when: format.shortMoment(expectedAt) })}`;
  return `${t('computing')} · ${t('done', { done, of })}${expected}`;
}
