import type { PettyCashView } from '@yimen/contracts';
import { formatFen, useText } from '@yimen/ui';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { text } from './text.ts';

export function BoxState({ box }: { readonly box: PettyCashView }) {
  const t = useText(text);
  return (
    <span className="yf-tags">
      {box.needsReplenishing ? (
        <ToneTag tone="warning">{t('needsReplenishing')}</ToneTag>
      ) : (
        <ToneTag tone="good">{t('enough')}</ToneTag>
      )}
      {box.openRequestFen === null ? null : (
        <ToneTag tone="info">{t('requested', { amount: formatFen(box.openRequestFen) })}</ToneTag>
      )}
    </span>
  );
}
