import type { CaseRow } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { urgencyText } from './labels.ts';

const TONES: Readonly<Record<CaseRow['urgency'], Tone>> = {
  lifeThreatening: 'danger',
  urgent: 'warning',
  ordinary: 'plain',
};

export function UrgencyTag({ urgency }: { readonly urgency: CaseRow['urgency'] }) {
  const t = useText(urgencyText);
  return <ToneTag tone={TONES[urgency]}>{t(urgency)}</ToneTag>;
}
