import type { ReleaseState } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { releaseStateText } from './labels.ts';

const TONES: Readonly<Record<ReleaseState, Tone>> = {
  draft: 'plain',
  tested: 'info',
  scheduled: 'warning',
  current: 'good',
  superseded: 'plain',
  withdrawn: 'plain',
};

export function ReleaseTag({ state }: { readonly state: ReleaseState }) {
  const words = useText(releaseStateText);
  return <ToneTag tone={TONES[state]}>{words(state)}</ToneTag>;
}
