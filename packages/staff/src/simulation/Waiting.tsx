import type { SimulationAnswer } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Progress } from 'antd';
import { formatCount } from '../platform/show/figures.ts';
import { text } from './text.ts';

/** The register is read once; then everybody is computed for the first time. */
export function Waiting({ answer }: { readonly answer: SimulationAnswer | undefined }) {
  const t = useText(text);
  const { done, of } = answer?.state === 'reading' ? answer : { done: 0, of: 0 };
  const isReading = answer?.state !== 'computing';
  return (
    <div className="yz-reading" role="status">
      <p>{t(isReading ? 'reading' : 'working')}</p>
      <Progress
        percent={isReading ? Math.floor((done / Math.max(1, of)) * 100) : 100}
        status="active"
        showInfo={isReading}
        aria-label={t(isReading ? 'reading' : 'working')}
      />
      <p className="yc-faint yc-number">
        {of === 0 ? null : t('readingCount', { done: formatCount(done), of: formatCount(of) })}
      </p>
    </div>
  );
}
