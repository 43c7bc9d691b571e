import { addDays, resolveInteger } from '@yimen/rules';
import { policyFor } from '../casework/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';

/** The last day on which a follow code opens its page, as the place of the report sets it (PR11). */
export function followUntil(services: Services, regionCode: string, settledAt: Date): string {
  const found = resolveInteger(policyFor(services, regionCode, settledAt), 'report.followCodeDays');
  if (!found.known) throw refused('POLICY_UNKNOWN', { parameter: found.id });
  return addDays(civilDate(settledAt), found.value);
}
