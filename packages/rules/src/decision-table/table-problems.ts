import type { Text } from '../text.ts';

/** Reasons to refuse a decision table as a whole, a row or two rows; its cells are refused as any expression. */
export const TABLE_PROBLEMS = {
  TABLE_SIZE: {
    zh: '决策表应有 1 至 {} 列条件、1 至 {} 行规则，总共不超过 {} 个字符。',
    en: 'A decision table has 1 to {} inputs, 1 to {} rules and at most {} characters in all.',
  },
  TABLE_CELLS: { zh: '应有 {} 格条件，而有 {} 格。', en: 'There should be {} cells, but there are {}.' },
  TABLE_DEFAULT: {
    zh: '声明完整的表不能再有默认结果。',
    en: 'A table that is declared complete has no default result.',
  },
  TABLE_NEVER: { zh: '这一格的条件不可能成立。', en: 'No value can pass this cell.' },
  TABLE_OVERLAP: {
    zh: '与第 {} 行重叠，例如：{}。',
    en: 'This rule overlaps with row {}, for example: {}.',
  },
  TABLE_OVERLAP_DIFFERS: {
    zh: '与第 {} 行重叠而结果不同（或无法证明相同），例如：{}。',
    en: 'This rule overlaps with row {} and its result is not shown to be the same, for example: {}.',
  },
  TABLE_UNREACHABLE: {
    zh: '这一行永远用不到：上面各行已包括它的全部情形。',
    en: 'This rule is never reached: the rules above hold in every case of it.',
  },
  TABLE_GAP: { zh: '没有规则适用的情形：{}。', en: 'No rule fits: {}.' },
  TABLE_INCOMPLETE: {
    zh: '声明完整，但有情形没有规则适用：{}。',
    en: 'Declared complete, but no rule fits: {}.',
  },
  TABLE_TOO_MANY: {
    zh: '需要区分的情形过多（超过 {}），无法核对重叠和遗漏；请拆成几个表。',
    en: 'Too many cases (over {}) to check for overlaps and gaps: make several tables of it.',
  },
} as const satisfies Record<string, Text>;
