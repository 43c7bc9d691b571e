import type { ReferralView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { referralStateText } from './labels.ts';

const TONES: Readonly<Record<ReferralView['state'], Tone>> = {
  sent: 'warning',
  accepted: 'info',
  returned: 'danger',
  done: 'good',
  revoked: 'plain',
};

export function ReferralTag({ state }: Pick<ReferralView, 'state'>) {
  const t = useText(referralStateText);
  return <ToneTag tone={TONES[state]}>{t(state)}</ToneTag>;
}
