import type { BatchView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { type Tone, ToneTag } from '../../platform/show/ToneTag.tsx';
import { batchStateText } from '../labels.ts';

const TONES: Readonly<Record<BatchView['state'], Tone>> = {
  drafted: 'warning',
  checked: 'info',
  exported: 'info',
  returned: 'warning',
  reconciled: 'good',
  cancelled: 'plain',
};

export function BatchTag({ state }: Pick<BatchView, 'state'>) {
  const t = useText(batchStateText);
  return <ToneTag tone={TONES[state]}>{t(state)}</ToneTag>;
}
