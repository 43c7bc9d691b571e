import type { Text } from '../text.ts';

/** Every reason to refuse; {} is filled with the name, the figure or the form it is about. */
export const PROBLEMS = {
  TOO_LONG: { zh: '表达式过长，最多 {} 个字符。', en: 'The expression is too long: at most {} characters.' },
  TOO_DEEP: { zh: '表达式嵌套过深，最多 {} 层。', en: 'The expression is nested too deeply: at most {} levels.' },
  SYNTAX: { zh: '语法错误：无法理解“{}”。', en: 'Syntax error at “{}”.' },
  ENDS_EARLY: {
    zh: '表达式没有写完：这里还缺少内容，如值、名称或右括号。',
    en: 'The expression ends too early: something is missing here, such as a value, a name or a closing bracket.',
  },
  BAD_STRING: { zh: '文字写法有误：“{}”。', en: 'A string is not written correctly: “{}”.' },
  BAD_NUMBER: {
    zh: '数字“{}”超出 34 位有效数字或允许的指数。',
    en: 'The number “{}” needs more than 34 digits or too large an exponent.',
  },
  UNKNOWN_NAME: { zh: '没有名为“{}”的事实或变量。', en: 'There is no fact or variable named “{}”.' },
  NO_OPERATOR: {
    zh: '“{}”：两个名称之间缺少运算符或比较。',
    en: '“{}”: between two names an operator or a comparison is missing.',
  },
  UNKNOWN_FUNCTION: { zh: '没有名为“{}”的函数。', en: 'There is no function named “{}”.' },
  UNKNOWN_TYPE: { zh: '没有名为“{}”的类型。', en: 'There is no type named “{}”.' },
  TWICE: { zh: '“{}”出现了两次。', en: '“{}” stands twice.' },
  AMBIGUOUS_NAME: {
    zh: '“{}”有两种读法：一个名称，或者运算、函数；请改名或加括号。',
    en: '“{}” can be read in two ways, as one name or as an operation or function: rename it or use parentheses.',
  },
  CHAINED: {
    zh: '比较不能连写（“{}”），请用括号或 and 分开。',
    en: 'Comparisons cannot be chained (“{}”): use parentheses or “and”.',
  },
  OUTSIDE_SUBSET: { zh: '不在支持的语言范围内：{}。', en: 'Outside the supported subset: {}.' },
  NO_INPUT: { zh: '“?”只能用在单项测试中。', en: '“?” has a meaning in unary tests only.' },
  NO_CLOCK: { zh: '没有给出当前时间，不能用 {}。', en: 'No current time is given, so {} cannot be used.' },
  NUMBER_RANGE: { zh: '数值超出可表示的范围：{}。', en: 'A number beyond the range that can be held: {}.' },
  DATE_RANGE: { zh: '日期或时长超出可表示的范围：{}。', en: 'A date or duration beyond the range: {}.' },
  NAMED_ZONE: {
    zh: '时区“{}”需要时区数据库，结果会随版本变化，因此不计算。',
    en: 'The zone “{}” needs a time-zone database whose releases differ, so nothing is computed from it.',
  },
  UNDECIDED: {
    zh: '标准没有给出确定的结果：{}。',
    en: 'The standard leaves the result open: {}.',
  },
  TOO_MUCH_WORK: { zh: '计算量超出上限（{}）。', en: 'The evaluation exceeds the limit on work ({}).' },
  TOO_LARGE: { zh: '结果或上下文过大（{}）。', en: 'A value or the context is too large ({}).' },
  BAD_CONTEXT: { zh: '上下文数据无法读取：{}。', en: 'The context cannot be read: {}.' },
} as const satisfies Record<string, Text>;

export type ProblemCode = keyof typeof PROBLEMS;
