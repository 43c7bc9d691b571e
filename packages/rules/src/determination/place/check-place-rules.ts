import type { Pack, PackChain } from '../../policy/pack.ts';
import type { PackIssue } from '../../policy/pack-issue.ts';
import type { Text } from '../../text.ts';
import { checkRuleSet } from '../check/check-rules.ts';
import type { RuleIssue } from '../model/rule-issue.ts';
import { ruleSetOf } from './rule-set-of.ts';

/** Mistakes in the rules of one place, each at the pack and line that made it. */
export function checkPlaceRules(chain: PackChain): readonly PackIssue[] {
  const [nearest] = chain;
  const before = nearest && CHECKED.get(nearest);
  if (before && isSame(before.chain, chain)) return before.issues;
  const issues = checkRuleSet(ruleSetOf(chain)).map((issue) => placed(issue, chain));
  if (nearest) CHECKED.set(nearest, { chain, issues });
  return issues;
}

/** The same packs say the same: a draft of one county does not have the others checked again. */
const CHECKED = new WeakMap<Pack, { readonly chain: PackChain; readonly issues: readonly PackIssue[] }>();

function isSame(one: PackChain, other: PackChain): boolean {
  return one.length === other.length && one.every((pack, index) => pack === other[index]);
}

/** A pack that changes no rule decides by those of its parent, which are checked with the parent. */
export function changesRules({ rules, questions, parameters, programmes }: Pack): boolean {
  const lists = [rules, questions, programmes, parameters.filter(({ definition }) => definition)];
  return lists.some((list) => list.length > 0);
}

function placed(issue: RuleIssue, chain: PackChain): PackIssue {
  const { id, version } = issue;
  const where = placeInText(issue);
  const reason = { zh: `${id}：${issue.zh}${where.zh}`, en: `${id}: ${issue.en}${where.en}` };
  const speaking = version && chain.find((pack) => pack.id === version.fromPack);
  const index = speaking?.rules.findIndex((rule) => rule.id === id) ?? -1;
  if (speaking && version && index >= 0) {
    const at = speaking.rules[index]?.versions.findIndex(({ from }) => from === version.since) ?? 0;
    const inside = issue.path ? ['table', ...issue.path] : ['expression'];
    return { packId: speaking.id, file: 'rules', path: [index, 'versions', at, ...inside], reason };
  }
  return { ...findDefiner(id, chain), reason };
}

function placeInText({ line, column, path }: RuleIssue): Text {
  if (line === null) return { zh: '', en: '' };
  return {
    zh: `（${path ? '单元格' : '表达式'}第 ${line} 行第 ${column} 列）`,
    en: ` (line ${line}, column ${column} of the ${path ? 'cell' : 'expression'})`,
  };
}

/** Where a name is defined, the nearest pack first. */
function findDefiner(id: string, chain: PackChain): Omit<PackIssue, 'reason'> {
  for (const pack of chain) {
    for (const file of ['rules', 'questions', 'parameters', 'programmes'] as const) {
      const index = pack[file].findIndex((one) => one.id === id);
      if (index >= 0) return { packId: pack.id, file, path: [index, 'id'] };
    }
  }
  return { packId: chain[0]?.id ?? '', file: 'rules', path: [] };
}
