import type { compareAssessments as contract, ResponseOf } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { changedFacts } from './changed-facts.ts';
import { changedOutcomes } from './changed-outcomes.ts';
import { changedPolicy } from './changed-policy.ts';
import { determinedOfRecord, getAssessment } from './open-assessment.ts';
import type { OpenedAssessment } from './store.ts';

/** What differs between two assessments of one case, the earlier one first: facts, outcomes and what the policy says. */
export async function compareAssessments(
  services: Services,
  act: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const { tx, params, query } = act;
  const one = await getAssessment(services, tx, params.id);
  const other = await getAssessment(services, tx, query.with);
  act.note({ subjectType: 'assessment', subjectId: params.id, details: { with: query.with } });
  if (one.stored.caseId !== other.stored.caseId) throw refusedField('INVALID_INPUT', 'with', OTHER_CASE);
  const [before, after] = one.stored.madeAt <= other.stored.madeAt ? [one, other] : [other, one];
  const from = before.kept && { ...before, determined: await determinedOfRecord(services, tx, before.kept) };
  const to = after.kept && { ...after, determined: await determinedOfRecord(services, tx, after.kept) };
  if (!from || !to) throw refusedField('INVALID_INPUT', 'with', NO_RECORD);
  return {
    before: named(before),
    after: named(after),
    facts: changedFacts(from, to),
    outcomes: changedOutcomes(from, to),
    policy: changedPolicy(from.determined, to.determined),
  };
}

function named({ stored: { id, on, madeAt, madeBy, policyVersion } }: OpenedAssessment) {
  return { id, on, madeAt, madeBy, policyVersion };
}

const OTHER_CASE = { zh: '只能比较同一案件的两次评估', en: 'Only two assessments of one case can be compared' };
const NO_RECORD = { zh: '其中一次评估没有留存认定记录', en: 'One of the assessments kept no determination' };
