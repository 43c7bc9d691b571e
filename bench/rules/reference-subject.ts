import { checkRules, type ParameterValue, type PolicyRow, rowFrom } from '@yimen/rules';
import { referenceHouseholds } from '../../packages/rules/testing/reference-households.ts';
import { referencePolicy } from '../../packages/rules/testing/reference-policy.ts';
import { REFERENCE_RULES, referenceParameters } from '../../packages/rules/testing/reference-rules.ts';
import { handWritten } from './hand-written.ts';
import type { Subject } from './subject.ts';

const ON = '2026-03-01';
const PLACES = 18;

/** Six programmes of 25 formulas in 18 places. */
export function referenceSubject(): Subject {
  const checked = checkRules(REFERENCE_RULES, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { rules } = checked;
  const rowOf = (parameters: ReadonlyMap<string, ParameterValue>): PolicyRow => {
    const row = rowFrom(rules, ON, parameters);
    if (!row.ok) throw new Error(JSON.stringify(row.issues));
    return row.row;
  };
  const standards = Array.from({ length: PLACES }, (_, place) => 70_000 + place * 1_500);
  const parameters = standards.map(referenceParameters);
  const rows = parameters.map(rowOf);
  const places = standards.map((standard) => ({ standard, tekunStandard: Math.round(standard * 1.3) }));
  return {
    name: 'reference',
    title: `reference set: 6 programmes, ${rules.variables.length} formulas, ${PLACES} places`,
    source: { set: REFERENCE_RULES, on: ON },
    policy: referencePolicy(standards[0] ?? 0),
    rules,
    rows,
    parameters,
    raised: standards.map((standard) => rowOf(referenceParameters(Math.round(standard * 1.05)))),
    classes: ['dibao', 'edge', 'rigidExpenditure'],
    households: (count) => referenceHouseholds(rules, count, PLACES),
    bar: 4_500_000,
    byHand: (columns, results) => () => handWritten(rules, columns, places, rows[0]?.today ?? 0, results),
  };
}
