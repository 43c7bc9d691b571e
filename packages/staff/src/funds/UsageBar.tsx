import type { FundView } from '@yimen/contracts';
import { formatFen, useText } from '@yimen/ui';
import { text } from './text.ts';
import './funds.css';

type Parts = Pick<FundView, 'availableFen' | 'reservedFen' | 'spentFen'>;

/** Spent, set aside and still free, as shares of one bar. */
export function UsageBar({ fund }: { readonly fund: Parts }) {
  const t = useText(text);
  const parts = [
    { key: 'spent', fen: fund.spentFen },
    { key: 'reserved', fen: fund.reservedFen },
    { key: 'available', fen: fund.availableFen },
  ].map((part) => ({ ...part, fen: Math.max(0, part.fen) }));
  const total = parts.reduce((sum, part) => sum + part.fen, 0);
  const words = t('usageWords', {
    available: formatFen(fund.availableFen),
    reserved: formatFen(fund.reservedFen),
    spent: formatFen(fund.spentFen),
  });
  return (
    <svg className="yf-usage" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={words}>
      <rect className="yf-gauge-track" width="100" height="6" />
      {parts.map((part, index) => (
        <rect
          key={part.key}
          className={`yf-usage-${part.key}`}
          x={shareOf(
            parts.slice(0, index).reduce((sum, { fen }) => sum + fen, 0),
            total,
          )}
          width={shareOf(part.fen, total)}
          height="6"
        />
      ))}
    </svg>
  );
}

function shareOf(fen: number, total: number): number {
  return total === 0 ? 0 : (fen / total) * 100;
}
