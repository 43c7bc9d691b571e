import type { ReportSummary } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { claimedUrgencyText, reportStateText } from './labels.ts';
import { text } from './text.ts';

const URGENCY_TONES: Readonly<Record<ReportSummary['claimedUrgency'], Tone>> = {
  now: 'danger',
  today: 'warning',
  soon: 'plain',
};

const STATE_TONES: Readonly<Record<ReportSummary['state'], Tone>> = {
  received: 'warning',
  accepted: 'info',
  merged: 'plain',
  closed: 'good',
};

export function ClaimedUrgencyTag({ urgency }: { readonly urgency: ReportSummary['claimedUrgency'] }) {
  const t = useText(claimedUrgencyText);
  return <ToneTag tone={URGENCY_TONES[urgency]}>{t(urgency)}</ToneTag>;
}

export function ReportStateTag({ state }: Pick<ReportSummary, 'state'>) {
  const t = useText(reportStateText);
  return <ToneTag tone={STATE_TONES[state]}>{t(state)}</ToneTag>;
}

/** Came out of hours and rang the person on duty. */
export function DutyPagedTag() {
  const t = useText(text);
  return <ToneTag tone="info">{t('dutyPagedShort')}</ToneTag>;
}
