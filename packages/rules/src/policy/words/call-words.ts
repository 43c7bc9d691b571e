import { fill, LIMITS } from '../../explanation/words.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Text } from '../../text.ts';
import { type Saying, type Telling, written } from './telling.ts';

/** A function with what it is given: `floor(a)` is “（a）舍去小数”. One that has no words keeps its name. */
export function callWords(name: string, values: readonly Expression[], telling: Telling, say: Saying): string {
  const zh = telling.language === 'zh';
  const limit = limitWords(name, values, telling, say);
  if (limit !== undefined) return limit;
  const list = values.map((value) => say.among(value, telling)).join(zh ? '、' : ', ');
  const pattern = WORDS[name]?.[telling.language] ?? (zh ? `${name}（{*}）` : `${name}({*})`);
  return pattern.replace(/([（(]?)\{(\d|\*)\}/g, (_, bracket: string, which: string) => {
    if (which === '*') return bracket + list;
    const value = values[Number(which)];
    return bracket + (value ? (bracket ? say.alone : say.among)(value, telling) : '');
  });
}

/** The larger or smaller of two; `max(x, 0)` is x, at least 0. */
function limitWords(
  name: string,
  [first, second, ...others]: readonly Expression[],
  telling: Telling,
  say: Saying,
): string | undefined {
  if ((name !== 'min' && name !== 'max') || !first || !second || others.length > 0) return undefined;
  const { language } = telling;
  const isZero = (node: Expression) => node.kind === 'literal' && written(node, telling) === '0';
  const other = isZero(first) ? second : first;
  if (name === 'max' && (isZero(first) || isZero(second)))
    return fill(LIMITS.notBelowZero, language, (other.kind === 'arithmetic' ? say.alone : say.among)(other, telling));
  const words = name === 'max' ? LIMITS.twoGreatest : LIMITS.twoLeast;
  return fill(words, language, say.among(first, telling), say.among(second, telling));
}

/** “the greatest of a, b”: beside a sign nobody sees where it ends. */
export function isListed({ callee, given }: ExpressionOf<'call'>): boolean {
  return given.kind === 'positional' && given.values.length > 1 && callee.kind === 'name' && LISTED.has(callee.name);
}

const LISTED: ReadonlySet<string> = new Set(['min', 'max', 'date']);

/** `{0}` is the first argument, `{*}` all of them. */
const WORDS: Readonly<Record<string, Text>> = {
  today: { zh: '当日', en: 'today' },
  not: { zh: '不满足（{0}）', en: 'not ({0})' },
  sum: { zh: '{0}的合计', en: 'the sum of {0}' },
  count: { zh: '{0}的数目', en: 'the number of {0}' },
  min: { zh: '{*}中最小的', en: 'the least of {*}' },
  max: { zh: '{*}中最大的', en: 'the greatest of {*}' },
  abs: { zh: '{0}的绝对值', en: 'the size of {0}' },
  floor: { zh: '（{0}）舍去小数', en: '({0}) rounded down' },
  ceiling: { zh: '（{0}）进位取整', en: '({0}) rounded up' },
  'round down': { zh: '（{0}）舍去{1}位以后的小数', en: '({0}) rounded down to {1} decimals' },
  'round up': { zh: '（{0}）进位到{1}位小数', en: '({0}) rounded up to {1} decimals' },
  'round half up': { zh: '（{0}）四舍五入到{1}位小数', en: '({0}) rounded to {1} decimals' },
  'round half down': { zh: '（{0}）五舍六入到{1}位小数', en: '({0}) rounded half down to {1} decimals' },
  date: { zh: '{*}', en: '{*}' },
  'years and months duration': { zh: '{0}至{1}的期间', en: 'the time from {0} to {1}' },
};
