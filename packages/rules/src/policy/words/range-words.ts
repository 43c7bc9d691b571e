import type { ExpressionOf } from '../../feel/syntax/ast.ts';
import { isDay } from './days.ts';
import { COMPARISON, DAY_COMPARISON, TEST } from './operator-words.ts';
import { joined, type Saying, type Telling } from './telling.ts';

/** `x in (a, b)` and `x in [1..2]`. */
export function membershipWords({ value, tests }: ExpressionOf<'in'>, telling: Telling, say: Saying): string {
  const { language } = telling;
  const zh = language === 'zh';
  const what = say.among(value, telling);
  if (!tests.some(({ kind }) => kind === 'range')) {
    const listed = tests.map((test) => say.alone(test, telling)).join(zh ? '、' : ', ');
    return zh ? `${what}属于${listed}` : `${what} is one of ${listed}`;
  }
  const each = tests.map((test) =>
    test.kind === 'range'
      ? rangeWords(test, telling, say)
      : joined([COMPARISON['='][language], say.among(test, telling)], language),
  );
  return joined([what, each.join(zh ? '或' : ' or ')], language);
}

export function rangeWords(node: ExpressionOf<'range'>, telling: Telling, say: Saying): string {
  const { language } = telling;
  const end = node.end ?? node.start;
  if (node.operator !== '..' && end) {
    const words = isDay(end, telling) ? DAY_COMPARISON : TEST;
    return joined([words[node.operator][language], say.alone(end, telling)], language);
  }
  const open = language === 'zh' ? '（不含）' : ' (excluded)';
  const from = `${node.start ? say.alone(node.start, telling) : ''}${node.startIncluded ? '' : open}`;
  const to = `${node.end ? say.alone(node.end, telling) : ''}${node.endIncluded ? '' : open}`;
  return language === 'zh' ? `在${from}至${to}之间` : `is from ${from} to ${to}`;
}
