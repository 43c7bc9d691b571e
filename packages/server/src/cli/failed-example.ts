import { chainOf, type FactIssue, type Pack, type PolicySet, type Text, type VectorResult } from '@yimen/rules';
import { inBoth, placeOfExample } from '../policy/index.ts';

type Failed = Extract<VectorResult, { ok: false }>;

/** Where a worked example stands that does not come out, and each value that is otherwise: `file:line: reason`. */
export function failedExample(
  set: PolicySet,
  folders: readonly string[],
  { pack, index, result }: { readonly pack: Pack; readonly index: number; readonly result: Failed },
): readonly string[] {
  const { file, line } = placeOfExample(folders, pack.id, index);
  const names = namesKnownTo(set, pack);
  const reasons = [
    ...result.issues.map(({ path, zh, en }: FactIssue) => ({ path, words: { zh, en } })),
    ...result.mismatches.map(({ path, expected, found }) => ({
      path,
      words: names.has(String(path.at(-1))) ? otherThan(expected, found) : NOBODYS,
    })),
  ];
  const id = pack.vectors[index]?.id;
  return reasons.map(({ path, words }) => `${file}:${line}: ${id}: ${path.join('.')}: ${inBoth(words)}`);
}

function namesKnownTo(set: PolicySet, { id }: Pack): ReadonlySet<string> {
  return new Set(chainOf(set, id).flatMap(({ rules, questions }) => [...rules, ...questions].map((one) => one.id)));
}

/** Of one that is no name nothing is found either: that would read as not known. */
const NOBODYS: Text = { zh: '没有这项事实或规则', en: 'there is no such fact or rule' };

function otherThan(expected: unknown, found: unknown): Text {
  return {
    zh: `应为 ${expected ?? '未知'}，算得 ${found ?? '未知'}`,
    en: `should be ${expected ?? 'not known'}, comes to ${found ?? 'not known'}`,
  };
}
