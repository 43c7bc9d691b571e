import { formatFen, useText } from '@yimen/ui';
import { text } from './text.ts';
import './funds.css';

export interface GaugeProps {
  readonly balanceFen: number;
  readonly ceilingFen: number;
  readonly low: boolean;
}

/** How full the box is; the words say it, the bar only helps. */
export function Gauge({ balanceFen, ceilingFen, low }: GaugeProps) {
  const t = useText(text);
  const width = ceilingFen === 0 ? 0 : Math.min(100, Math.max(0, (balanceFen / ceilingFen) * 100));
  return (
    <div className="yf-gauge">
      <span className="yf-gauge-words">
        {t('heldOf', { balance: formatFen(balanceFen), ceiling: formatFen(ceilingFen) })}
      </span>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" data-low={low ? '' : undefined}>
        <rect className="yf-gauge-track" width="100" height="6" />
        <rect className="yf-gauge-fill" width={width} height="6" />
      </svg>
    </div>
  );
}
