import type { ChangeIssueView } from '@yimen/contracts';
import { type ChangeIssue, checkChanges, NEEDED_PARAMETERS, type PlainDate, type PolicyChange } from '@yimen/rules';
import type { Around } from './release-policy.ts';

/** Mistakes of a release on its day and among the releases that follow it. */
export function findIssues(
  { before, later }: Around,
  changes: readonly PolicyChange[],
  effectiveOn: PlainDate,
): readonly ChangeIssue[] {
  const own = checkChanges(before.packs, { changes, effectiveOn, needed: NEEDED_PARAMETERS });
  if (own.length > 0 || later.length === 0) return own;
  const all = [...changes, ...later.flatMap((release) => release.changes)];
  return checkChanges(before.packs, { changes: all, effectiveOn, needed: NEEDED_PARAMETERS }).map((issue) =>
    issue.change !== null && issue.change >= changes.length ? { ...issue, change: null } : issue,
  );
}

export function showIssue(issue: ChangeIssue, ids: readonly (string | null)[]): ChangeIssueView {
  const { field, path, line, column, zh, en } = issue;
  return {
    changeId: issue.change === null ? null : (ids[issue.change] ?? null),
    field,
    path: [...path],
    line,
    column,
    message: { zh, en },
  };
}
