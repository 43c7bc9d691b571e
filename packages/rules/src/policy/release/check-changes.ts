import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts';
import { checkRuleSet } from '../../determination/check/check-rules.ts';
import type { RuleIssue } from '../../determination/model/rule-issue.ts';
import { changesRules } from '../../determination/place/check-place-rules.ts';
import { findRuleDefinition, ruleSetOf } from '../../determination/place/rule-set-of.ts';
import { checkPackSet } from '../check-pack-set.ts';
import type { PackChain, PolicySet } from '../pack.ts';
import type { NeededParameter, PackIssue } from '../pack-issue.ts';
import { chainOf } from '../policy-on.ts';
import { applyChanges } from './apply-changes.ts';
import { type ChangeIssue, changeIssue } from './change-issue.ts';
import { checkClause, checkDays, checkValueChange, type Finding } from './check-value-change.ts';
import { type ChangeOf, changeKey, type PolicyChange } from './policy-change.ts';
import { packsUnder } from './run-vectors.ts';

export interface ReleaseToCheck {
  readonly changes: readonly PolicyChange[];
  readonly effectiveOn: PlainDate;
  readonly needed?: readonly NeededParameter[];
}

/** Everything that is wrong with a release on these packs: its changes one by one, then the packs as they would be. */
export function checkChanges(packs: PolicySet['packs'], release: ReleaseToCheck): readonly ChangeIssue[] {
  const { changes, effectiveOn, needed = [] } = release;
  const after = applyChanges(packs, changes);
  const own = changes.flatMap((change, index) =>
    findingsOf(change, { after, before: packs, changes, index, effectiveOn }).map(({ field, words, path }) =>
      changeIssue(index, field, words, path),
    ),
  );
  if (own.length > 0) return own;
  const set = checkPackSet(after, needed);
  if (set.length > 0) return set.map(issueOfSet);
  return checkRulesOf(after, changes);
}

interface Around {
  readonly before: PolicySet['packs'];
  readonly after: PolicySet['packs'];
  readonly changes: readonly PolicyChange[];
  readonly index: number;
  readonly effectiveOn: PlainDate;
}

function findingsOf(change: PolicyChange, around: Around): readonly Finding[] {
  const { before, after, changes, index, effectiveOn } = around;
  const chain = chainOf({ packs: after }, change.packId);
  if (chain.length === 0) return [{ field: 'target', words: NO_PACK }];
  if (changes.findIndex((one) => changeKey(one) === changeKey(change)) !== index) {
    return [{ field: change.kind === 'vector' ? 'target' : 'from', words: TWICE }];
  }
  switch (change.kind) {
    case 'pack':
      return before.has(change.packId) ? [{ field: 'target', words: PACK_THERE }] : [];
    case 'document':
      return checkDocument(change, chain);
    case 'parameterValue':
      return checkValueChange(change, chain, effectiveOn);
    case 'ruleVersion':
      return checkVersion(change, chain, effectiveOn);
    case 'vector':
      return [];
  }
}

function checkDocument({ instrument, clauses }: ChangeOf<'document'>, chain: PackChain): readonly Finding[] {
  if (!isPlainDate(instrument.effectiveFrom)) return [{ field: 'document', words: NO_DAY }];
  const isTwice = chain.flatMap(({ instruments }) => instruments).filter(({ id }) => id === instrument.id).length > 1;
  const ids = chain.flatMap((pack) => pack.clauses.map(({ id }) => id));
  const doubled = clauses.some(({ id }) => ids.indexOf(id) !== ids.lastIndexOf(id));
  return isTwice || doubled ? [{ field: 'document', words: DOCUMENT_THERE }] : [];
}

function checkVersion(
  { packId, target, version }: ChangeOf<'ruleVersion'>,
  chain: PackChain,
  effectiveOn: PlainDate,
): readonly Finding[] {
  if (!findRuleDefinition(chain, target)) return [{ field: 'target', words: NO_RULE }];
  const versions = chain[0]?.rules.find(({ id }) => id === target)?.versions ?? [];
  return [...checkDays(version, versions, effectiveOn), ...checkClause(version, versions, { packId, chain })];
}

/** The rules of every place the release reaches, read and typed as on the start of the platform. */
function checkRulesOf(packs: PolicySet['packs'], changes: readonly PolicyChange[]): readonly ChangeIssue[] {
  const reached = new Set(changes.flatMap(({ packId }) => packsUnder({ packs }, packId)));
  const issues = [...reached]
    .filter(changesRules)
    .flatMap((pack) => checkRuleSet(ruleSetOf(chainOf({ packs }, pack.id))).map((issue) => placed(issue, changes)));
  const once = new Map(issues.map((issue) => [`${issue.change} ${issue.zh} ${issue.line} ${issue.column}`, issue]));
  return [...once.values()];
}

function placed(issue: RuleIssue, changes: readonly PolicyChange[]): ChangeIssue {
  const index = changes.findIndex(
    (change) =>
      change.kind === 'ruleVersion' &&
      change.target === issue.id &&
      (issue.version === null ||
        (issue.version.fromPack === change.packId && issue.version.since === change.version.from)),
  );
  const words = index < 0 ? { zh: `${issue.id}：${issue.zh}`, en: `${issue.id}: ${issue.en}` } : issue;
  const found = changeIssue(index < 0 ? null : index, index < 0 ? null : 'expression', words, issue.path ?? []);
  return { ...found, line: issue.line, column: issue.column };
}

/** What the checks of single changes do not foresee is said in the words of the packs. */
function issueOfSet({ packId, file, reason }: PackIssue): ChangeIssue {
  return changeIssue(null, null, {
    zh: `整套政策检查未通过（${packId}/${file}）：${reason.zh}`,
    en: `the whole set does not pass (${packId}/${file}): ${reason.en}`,
  });
}

const NO_PACK = { zh: '没有这个政策包', en: 'there is no such pack' };
const PACK_THERE = { zh: '这个地方已有政策包', en: 'this place has a pack already' };
const TWICE = { zh: '本次发布已有一项相同的改动', en: 'this release changes the same already' };
const NO_DAY = { zh: '请填写文件的施行日期', en: 'state the day the document takes effect' };
const DOCUMENT_THERE = { zh: '已有同一编号的文件或条款', en: 'a document or clause of this id is there already' };
const NO_RULE = { zh: '没有这条规则', en: 'there is no such rule' };
