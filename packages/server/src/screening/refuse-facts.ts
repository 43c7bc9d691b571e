import type { FactIssue } from '@yimen/rules';
import { fieldErrorOf, Refused } from '../platform/refused.ts';

/** Each fact that cannot be, with its sentence beside the field. */
export function refuseFacts(issues: readonly FactIssue[], before: readonly string[] = []): Refused {
  const fieldErrors = issues
    .slice(0, MOST)
    .map(({ path, ...said }) => fieldErrorOf([...before, ...path].join('.'), said));
  return new Refused('INVALID_INPUT', undefined, fieldErrors);
}

/** As many as any form is told at once. */
const MOST = 50;
