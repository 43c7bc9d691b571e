import type { AvailableAction, RedeterminationView, Words } from '@yimen/contracts';
import { transitions } from '@yimen/rules';
import type { Actor } from '../platform/http/actor.ts';

const LABELS = {
  stop: { zh: '暂停', en: 'Stop' },
  resume: { zh: '继续', en: 'Go on' },
  finish: { zh: '结束', en: 'End' },
} as const satisfies Record<string, Words>;

/** What this post may do with the run now. */
export function runActions(actor: Actor, { state }: Pick<RedeterminationView, 'state'>): AvailableAction[] {
  return (['stop', 'resume', 'finish'] as const).flatMap((act) => {
    const { from, by } = transitions.redetermination[act];
    const [states, permissions]: [readonly string[], readonly string[]] = [from, by];
    const may = states.includes(state) && [...actor.permissions].some((one) => permissions.includes(one));
    return may ? [{ act, label: LABELS[act], blockedBy: null }] : [];
  });
}
