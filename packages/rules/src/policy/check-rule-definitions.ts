import { nearestName } from '../determination/check/nearest-name.ts';
import type { Text } from '../text.ts';
import { findClause } from './find-clause.ts';
import { aboutIt, alsoDefinedIn, beforeInstrument, definedNowhere, noClause, STANDS_TWICE } from './issue-words.ts';
import type { DatedExpression, Pack, PackChain, Rule } from './pack.ts';
import type { PackIssue } from './pack-issue.ts';
import { findPeriodProblem } from './periods.ts';

/** One definition per chain, one version per day and level, each with a clause; what they say is checked with the rules of the place. */
export function checkRuleDefinitions(pack: Pack, chain: PackChain): readonly PackIssue[] {
  return pack.rules.flatMap((rule, index) => {
    const at = (path: readonly (string | number)[], reason: Text): PackIssue => ({
      packId: pack.id,
      file: 'rules',
      path: [index, ...path],
      reason: aboutIt(rule.id, reason),
    });
    if (pack.rules.findIndex(({ id }) => id === rule.id) !== index) return [at(['id'], STANDS_TWICE)];
    const definers = chain.filter((one) => isDefinedIn(one, rule));
    if (definers.length === 0) return [at(['id'], definedNowhere(nearestName(rule.id, definedIn(chain))))];
    if (definers.length > 1 && rule.definition) return [at(['define'], alsoDefinedIn(definers.at(-1)?.id))];
    return rule.versions.flatMap((version, number) => {
      const problem = findVersionProblem(version, rule, { pack, chain });
      return problem ? [at(['versions', number, ...problem.place], problem.reason)] : [];
    });
  });
}

function isDefinedIn({ rules }: Pack, { id }: Rule): boolean {
  return rules.some((rule) => rule.id === id && rule.definition);
}

function definedIn(chain: PackChain): readonly string[] {
  return chain.flatMap(({ rules }) => rules.flatMap(({ id, definition }) => (definition ? id : [])));
}

function findVersionProblem(
  version: DatedExpression,
  { versions }: Rule,
  { pack, chain }: { readonly pack: Pack; readonly chain: PackChain },
): { readonly place: readonly (string | number)[]; readonly reason: Text } | undefined {
  const period = findPeriodProblem(version, versions);
  if (period !== undefined) return { place: ['from'], reason: period };
  const clause = findClause(chain, pack.id, version.clause);
  if (!clause) return { place: ['clause'], reason: noClause(version.clause) };
  const { effectiveFrom } = clause.instrument;
  if (version.from < effectiveFrom) {
    return { place: ['from'], reason: beforeInstrument(effectiveFrom) };
  }
  const rows = version.table?.rules ?? [];
  const row = rows.findIndex(({ clause: own }) => own !== undefined && !findClause(chain, pack.id, own));
  if (row < 0) return undefined;
  return { place: ['table', 'rules', row, 'clause'], reason: noClause(rows[row]?.clause) };
}
