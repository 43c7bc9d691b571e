import type { CheckedRules } from '../determination/check/check-rules.ts';
import { environmentOf } from '../determination/check/environment-of.ts';
import { namesOf } from '../determination/check/name-shapes.ts';
import type { RuleIssue } from '../determination/model/rule-issue.ts';
import { findTableGaps } from './check-table.ts';
import { readTable } from './read-table.ts';
import { inVersion } from './table-issue.ts';

/** Where the tables in force say nothing, for people to look at before they publish: no mistakes, so never a refusal. */
export function listTableGaps({ variables, catalogue }: CheckedRules): readonly RuleIssue[] {
  return variables.flatMap(({ entry, version }) => {
    if (!version?.table) return [];
    const read = readTable(version.table, namesOf(entry.on, catalogue));
    const gaps = findTableGaps(entry.id, read, environmentOf(entry, catalogue, { loop: 0 }));
    return gaps.map((gap) => inVersion(gap, version));
  });
}
