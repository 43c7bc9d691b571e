import type { ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Text } from '../../text.ts';
import { type Telling, written } from './telling.ts';

/** A text as its option is called, a duration in words; figures and dates as they are written. */
export function literalWords(node: ExpressionOf<'literal'>, telling: Telling): string {
  const { language, labels, optionsOf } = telling;
  const { value } = node;
  if (value === true) return language === 'zh' ? '是' : 'yes';
  if (value === false) return language === 'zh' ? '否' : 'no';
  if (typeof value === 'string') return `“${labels.optionOf(value, optionsOf)?.[language] ?? value}”`;
  const duration = /^@"P(\d+)([YMD])"$/.exec(written(node, telling));
  if (!duration) return written(node, telling).replace(/^@"(.*)"$/, '$1');
  return `${duration[1]}${DURATIONS[duration[2] as keyof typeof DURATIONS][language]}`; // the pattern has no other letter
}

const DURATIONS = {
  Y: { zh: '年', en: ' years' },
  M: { zh: '个月', en: ' months' },
  D: { zh: '天', en: ' days' },
} as const satisfies Record<string, Text>;
