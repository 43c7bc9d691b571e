import { canonicalJson } from '../canonical-json.ts';
import { findRuleDefinition } from '../determination/place/rule-set-of.ts';
import { formatDateZh, formatValue } from '../explanation/format-value.ts';
import type { Text } from '../text.ts';
import type { DatedExpression, DatedValue, Pack, PolicySet } from './pack.ts';
import { chainOf } from './policy-on.ts';
import { describeChange } from './release/describe-change.ts';
import { findDefinition } from './resolve-parameter.ts';

/** One thing that one set of packs says otherwise than another: whose pack, and what in words. */
export interface PackDifference extends Text {
  readonly packId: string;
}

/** Who set what, from when, by which clause; and what was taken out or written over, which no release does. */
export function comparePacks(before: PolicySet, after: PolicySet): readonly PackDifference[] {
  const ids = [...new Set([...before.packs.keys(), ...after.packs.keys()])].sort();
  return ids.flatMap((packId) => {
    const [was, is] = [before.packs.get(packId), after.packs.get(packId)];
    const name = (is ?? was)?.name ?? { zh: packId, en: packId };
    const own = was && is ? differencesIn(was, is, { before, after }) : [is ? ADDED : REMOVED];
    return own.map(({ zh, en }) => ({ packId, zh: `${name.zh}：${zh}。`, en: `${name.en}: ${en}.` }));
  });
}

interface Sets {
  readonly before: PolicySet;
  readonly after: PolicySet;
}

function differencesIn(was: Pack, is: Pack, sets: Sets): readonly Text[] {
  const parameters = eachById(was.parameters, is.parameters).flatMap(({ id, old, now }) =>
    valueDifferences(is.id, id, { old: old?.values ?? [], now: now?.values ?? [] }, sets),
  );
  const rules = eachById(was.rules, is.rules).flatMap(({ id, old, now }) =>
    versionDifferences(is.id, id, { old: old?.versions ?? [], now: now?.versions ?? [] }, sets),
  );
  const others = OTHER_LISTS.flatMap(({ of, words }) =>
    eachById<{ readonly id: string }>(of(was), of(is)).flatMap(({ id, old, now }) =>
      canonicalJson(old ?? null) === canonicalJson(now ?? null) ? [] : [told(words, id, old, now)],
    ),
  );
  return [...parameters, ...rules, ...others];
}

interface Lists<T> {
  readonly old: readonly T[];
  readonly now: readonly T[];
}

function valueDifferences(
  packId: string,
  target: string,
  { old, now }: Lists<DatedValue>,
  sets: Sets,
): readonly Text[] {
  const definition =
    findDefinition(chainOf(sets.after, packId), target) ?? findDefinition(chainOf(sets.before, packId), target);
  const label = definition?.label ?? { zh: target, en: target };
  const show = ({ value }: DatedValue, language: 'zh' | 'en') =>
    formatValue({ value, unit: definition?.unit ?? null, per: definition?.per ?? null, label }, language);
  return eachByKey(old, now, ({ from, area }) => `${from} ${area ?? ''}`).flatMap(({ was, is }): readonly Text[] => {
    if (!was && is) return [describeChange(sets.after.packs, { kind: 'parameterValue', packId, target, value: is })];
    if (was && !is)
      return [{ zh: `取消${sinceZh(was)}的${label.zh}`, en: `no longer sets ${label.en} ${sinceEn(was)}` }];
    if (!was || !is || canonicalJson(was) === canonicalJson(is)) return [];
    const [zh, en] = [show(was, 'zh'), show(was, 'en')];
    if (canonicalJson(was.value) === canonicalJson(is.value))
      return [
        { zh: `补充${sinceZh(was)}的${label.zh}的说明或期限`, en: `says more about ${label.en} ${sinceEn(was)}` },
      ];
    return [
      {
        zh: `改写了${sinceZh(was)}的${label.zh}，由${zh}改为${show(is, 'zh')}`,
        en: `writes over ${label.en} ${sinceEn(was)}: ${show(is, 'en')} instead of ${en}`,
      },
    ];
  });
}

function versionDifferences(
  packId: string,
  target: string,
  { old, now }: Lists<DatedExpression>,
  sets: Sets,
): readonly Text[] {
  const label = findRuleDefinition(chainOf(sets.after, packId), target)?.label ?? { zh: target, en: target };
  return eachByKey(old, now, ({ from }) => from).flatMap(({ was, is }): readonly Text[] => {
    if (!was && is) return [describeChange(sets.after.packs, { kind: 'ruleVersion', packId, target, version: is })];
    if (was && !is)
      return [
        { zh: `取消${sinceZh(was)}的规则“${label.zh}”`, en: `no longer has the rule “${label.en}” ${sinceEn(was)}` },
      ];
    if (!was || !is || canonicalJson(was) === canonicalJson(is)) return [];
    return [
      { zh: `改写了${sinceZh(was)}的规则“${label.zh}”`, en: `writes over the rule “${label.en}” ${sinceEn(was)}` },
    ];
  });
}

function told({ zh, en }: Text, id: string, old: unknown, now: unknown): Text {
  if (!old) return { zh: `增加${zh}${id}`, en: `adds the ${en} ${id}` };
  return now
    ? { zh: `改写了${zh}${id}`, en: `writes over the ${en} ${id}` }
    : { zh: `取消${zh}${id}`, en: `drops the ${en} ${id}` };
}

function sinceZh({ from }: { readonly from: string }): string {
  return `${formatDateZh(from)}起`;
}

function sinceEn({ from }: { readonly from: string }): string {
  return `from ${from}`;
}

function eachById<T extends { readonly id: string }>(old: readonly T[], now: readonly T[]) {
  return eachByKey(old, now, ({ id }) => id).map(({ was, is, key }) => ({ id: key, old: was, now: is }));
}

function eachByKey<T>(old: readonly T[], now: readonly T[], keyOf: (one: T) => string) {
  const [was, is] = [new Map(old.map((one) => [keyOf(one), one])), new Map(now.map((one) => [keyOf(one), one]))];
  return [...new Set([...was.keys(), ...is.keys()])].map((key) => ({ key, was: was.get(key), is: is.get(key) }));
}

const ADDED: Text = { zh: '新建政策包', en: 'is a new pack' };
const REMOVED: Text = { zh: '政策包被取消', en: 'the pack is gone' };
/** What a pack says besides figures and rules of a day, as lists of things with an id. */
const OTHER_LISTS: readonly {
  readonly of: (pack: Pack) => readonly { readonly id: string }[];
  readonly words: Text;
}[] = [
  {
    of: ({ id, name, level, inherits, regions }) => [{ id, name, level, inherits, regions }],
    words: { zh: '名称、层级、上级或地区：', en: 'name, level, parent or regions of' },
  },
  { of: ({ parameters }) => definedIn(parameters), words: { zh: '参数的定义', en: 'definition of the parameter' } },
  { of: ({ rules }) => definedIn(rules), words: { zh: '规则的定义', en: 'definition of the rule' } },
  {
    of: ({ departments }) => departments.map((one) => ({ ...one, id: one.duty })),
    words: { zh: '部门职责', en: 'department for' },
  },
  { of: ({ instruments }) => instruments, words: { zh: '政策文件', en: 'document' } },
  { of: ({ clauses }) => clauses, words: { zh: '条款', en: 'clause' } },
  { of: ({ questions }) => questions, words: { zh: '问题', en: 'question' } },
  { of: ({ programmes }) => programmes, words: { zh: '救助项目', en: 'programme' } },
  { of: ({ procedures }) => procedures, words: { zh: '办理程序', en: 'procedure' } },
  { of: ({ vectors }) => vectors, words: { zh: '验算例', en: 'worked example' } },
];

function definedIn(list: readonly { readonly id: string; readonly definition: object | null }[]) {
  return list.flatMap(({ id, definition }) => (definition ? [{ id, definition }] : []));
}
