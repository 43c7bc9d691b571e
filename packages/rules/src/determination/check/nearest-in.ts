import { inCell } from '../../decision-table/table-issue.ts';
import type { RuleIssue } from '../model/rule-issue.ts';
import { ruleProblemText } from '../model/rule-issue.ts';
import type { Catalogue } from './catalogue.ts';
import { nearestName } from './nearest-name.ts';

/** The parser knows only that a name is unknown; here it is said which one is close to it. */
export function nearestIn(issue: RuleIssue, catalogue: Catalogue): RuleIssue {
  const name = issue.code === 'UNKNOWN_NAME' ? /“(.*)”/.exec(issue.en)?.[1] : undefined;
  const near = name && nearestTo(name, catalogue);
  if (!name || !near) return issue;
  const better = { ...issue, ...ruleProblemText('UNKNOWN_NAME_NEAR', [name, near]) };
  return issue.path ? inCell(better, issue.path) : better;
}

/** What is there, but is somebody else's, is no misspelling: members and events reach what their household has. */
function nearestTo(name: string, { entries, scalars, tables }: Catalogue): string | undefined {
  const entry = entries.get(name);
  if (entry) return entry.on === 'household' ? `household.${name}` : undefined;
  return nearestName(name, [...entries.keys(), ...scalars.keys(), ...tables.keys()]);
}
