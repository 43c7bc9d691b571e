import type { PolicySet } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { StatelessAnswer } from '../platform/http/implement.ts';
import type { Services } from '../services.ts';

/** By what is decided for a day: for one to come, with what is published and begins until then. */
export function answerBy<T>(
  services: Pick<Services, 'policy' | 'policySource' | 'database'>,
  { on, now }: { readonly on: string | undefined; readonly now: Date },
  answer: (set: PolicySet) => StatelessAnswer<T>,
): StatelessAnswer<T> | Promise<StatelessAnswer<T>> {
  const { policy, policySource, database } = services;
  if (on === undefined || on <= civilDate(now)) return answer(policy);
  return database.transact(SYSTEM_CONTEXT, (tx) => policySource.toCome(tx, on)).then(answer);
}
