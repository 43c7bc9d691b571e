import { resolveInteger } from '@yimen/rules';
import { policyFor } from '../casework/index.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';

/** Days within which a like report is offered for merging, as the place sets them. */
export function duplicateWindowDays(services: Services, regionCode: string, now: Date): number {
  const found = resolveInteger(policyFor(services, regionCode, now), 'report.duplicateWindowDays');
  if (!found.known) throw refused('POLICY_UNKNOWN', { parameter: found.id });
  return found.value;
}
