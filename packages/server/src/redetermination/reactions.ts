import { finishTasks } from '../casework/index.ts';
import type { Reactions } from '../platform/outbox/reactions.ts';

/** Whoever was asked to assess again, or to correct what cannot be computed with, has done so with the assessment. */
export function redeterminationReactions(): Reactions {
  return {
    'case.assessed': async (tx, payload, now) => {
      const which = { caseId: String(payload['caseId']), kinds: ['reassess', 'correct-facts'] as const };
      await finishTasks(tx, which, null, now, 'assessed');
    },
  };
}
