import type { FundView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { fundKindText } from './labels.ts';
import './funds.css';

/** Which of the three kinds of money this is. */
export function FundMark({ kind }: Pick<FundView, 'kind'>) {
  const t = useText(fundKindText);
  return (
    <span className="yf-mark" data-kind={kind}>
      {t(kind)}
    </span>
  );
}
