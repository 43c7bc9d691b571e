import type { RedeterminationView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';

/** Who started it, for whom, and when. */
export function useStartedBy(): (run: RedeterminationView) => string {
  const t = useText(text);
  const format = useFormat();
  return ({ startedBy: name, onBehalfOf: behalf, startedAt }) => {
    const when = format.moment(startedAt);
    return behalf === null ? t('by', { name, when }) : t('byFor', { name, behalf, when });
  };
}
