import type { RedeterminationState } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { runStateText } from './labels.ts';

const TONES: Readonly<Record<RedeterminationState, Tone>> = {
  started: 'info',
  computing: 'info',
  stopped: 'warning',
  'to-confirm': 'warning',
  finished: 'plain',
};

export function RunTag({ state }: { readonly state: RedeterminationState }) {
  const words = useText(runStateText);
  return <ToneTag tone={TONES[state]}>{words(state)}</ToneTag>;
}
