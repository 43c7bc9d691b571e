import type { PlainDate } from '../../calendar/plain-date.ts';
import { TABLE_PROBLEMS } from '../../decision-table/table-problems.ts';
import type { Language, Text } from '../../text.ts';

/** Every reason to refuse a rule; {} is filled with what it is about. */
export const RULE_PROBLEMS = {
  TWICE: { zh: '“{}”定义了两次。', en: '“{}” is defined twice.' },
  BAD_NAME: {
    zh: '“{}”不能用作名称：只用字母、数字，不与语言中的词相同。',
    en: '“{}” is no name: letters and digits only, and no word of the language.',
  },
  OTHER_OPTIONS: { zh: '“{}”应当且只有编码才列出选项。', en: '“{}”: a code has options, and nothing else has.' },
  BAD_RANGE: { zh: '“{}”的最小值、最大值不成立。', en: '“{}” has no valid smallest and largest value.' },
  TWO_VERSIONS: { zh: '“{}”在同一天有两个版本。', en: '“{}” has two versions on one day.' },
  UNKNOWN_NAME: { zh: '没有名为“{}”的事实、变量或参数。', en: 'There is no fact, variable or parameter named “{}”.' },
  UNKNOWN_NAME_NEAR: {
    zh: '没有名为“{}”的事实、变量或参数，是否指“{}”？',
    en: 'There is no fact, variable or parameter named “{}”; is “{}” meant?',
  },
  CYCLE: { zh: '规则互相循环依赖：{}。', en: 'The rules depend on each other in a circle: {}.' },
  UNITS_DIFFER: { zh: '单位不同，不能比较或相加：{} 与 {}。', en: 'Different units do not go together: {} and {}.' },
  KINDS_DIFFER: { zh: '种类不同，不能放在一起：{} 与 {}。', en: 'These do not go together: {} and {}.' },
  WRONG_KIND: { zh: '这里应为{}，而不是{}。', en: 'Here stands {1} where {0} is needed.' },
  WRONG_RESULT: { zh: '“{}”应为{}，算出的却是{}。', en: '“{}” should be {}, but the expression gives {}.' },
  UNKNOWN_OPTION: { zh: '没有选项“{}”，只有：{}。', en: 'There is no option “{}”, only: {}.' },
  DIVISION: {
    zh: '除法只能用在取整函数或比较中。',
    en: 'A division must stand inside a rounding function or a comparison.',
  },
  DIVISOR: {
    zh: '除数可能为零或负数（最小 {}）。',
    en: 'The divisor may be zero or negative (it can be {}).',
  },
  SCALE: { zh: '小数位数过多，请先取整。', en: 'Too many decimals: round first.' },
  TOO_LARGE: {
    zh: '中间结果可能达到 {}，超出可精确计算的范围；请给事实或参数规定最大值。',
    en: 'An intermediate result could reach {}, beyond exact computing; state the largest value of the facts or parameters.',
  },
  BEYOND: { zh: '“{}”{}。', en: '“{}” {}.' },
  TOO_COMPLEX: {
    zh: '表达式过于复杂（超过 {} 个步骤），请分成几个变量。',
    en: 'The expression is too complex (over {} steps): make several variables of it.',
  },
  NULLABLE: { zh: '表格列“{}”可以为空，规则不能使用。', en: 'Column “{}” may be empty, so rules cannot use it.' },
  OUTSIDE: { zh: '规则语言中没有这种写法：{}。', en: 'The language of rules does not have this: {}.' },
  NO_VARIABLE: { zh: '“{}”不是{}。', en: '“{}” is no {}.' },
  ...TABLE_PROBLEMS,
} as const satisfies Record<string, Text>;
export type RuleProblemCode = keyof typeof RULE_PROBLEMS;

/** A mistake in the rules: whose, which, and where in its expression (from 1; null when it is not in the text). */
export interface RuleIssue extends Text {
  /** Id of the fact, variable, parameter or programme. */
  readonly id: string;
  readonly code: string;
  readonly line: number | null;
  readonly column: number | null;
  /** The version of the variable, when it is in one. */
  readonly version: { readonly fromPack: string; readonly since: PlainDate } | null;
  /** In a decision table: the cell, row or input, as in the table's data: `['rules', 2, 'when', 0]`. */
  readonly path?: readonly (string | number)[];
}

/** What fills {}: a name, or words of both languages. */
export type Detail = string | Text;

export function ruleIssue(id: string, code: RuleProblemCode, ...details: readonly Detail[]): RuleIssue {
  return { id, code, line: null, column: null, version: null, ...ruleProblemText(code, details) };
}

/** {} takes the details in order, {1} the one of that number. */
export function ruleProblemText(code: RuleProblemCode, details: readonly Detail[]): Text {
  const { zh, en } = RULE_PROBLEMS[code];
  return { zh: filled(zh, wordsIn('zh', details)), en: filled(en, wordsIn('en', details)) };
}

function wordsIn(language: Language, details: readonly Detail[]): readonly string[] {
  return details.map((detail) => (typeof detail === 'string' ? detail : detail[language]));
}

function filled(text: string, details: readonly string[]): string {
  let next = 0;
  return text.replace(/\{(\d?)\}/g, (_, index: string) => {
    const detail = details[index === '' ? next++ : Number(index)] ?? '';
    return detail.length > 120 ? `${detail.slice(0, 120)}…` : detail;
  });
}
