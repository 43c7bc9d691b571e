import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { PolicyOn } from './policy-on.ts';

/** The first day of those on which the policy of a place has said all that it says on the day; null where it always did. */
export function policyHeldSince({ chain, on }: Pick<PolicyOn, 'chain' | 'on'>): PlainDate | null {
  let since: PlainDate | null = null;
  for (const { parameters, rules } of chain) {
    const dated = [...parameters.flatMap(({ values }) => values), ...rules.flatMap(({ versions }) => versions)];
    for (const { from, to } of dated) {
      for (const day of to === null ? [from] : [from, addDays(to, 1)])
        if (day <= on && (since === null || day > since)) since = day;
    }
  }
  return since;
}
