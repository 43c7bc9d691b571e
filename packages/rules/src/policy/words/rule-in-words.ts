import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Language, Text } from '../../text.ts';
import { callWords, isListed } from './call-words.ts';
import { COMPARISON, TEST } from './operator-words.ts';

/** What the names of an expression are called; undefined keeps the name as written. */
export interface RuleLabels {
  labelOf(id: string): Text | undefined;
  optionOf(option: string): Text | undefined;
}

/** A rule as people read it, in both languages; figures and dates stay as they are written in `source`. */
export function ruleInWords(expression: Expression, source: string, labels: RuleLabels): Text {
  return {
    zh: say(expression, { source, labels, language: 'zh' }),
    en: say(expression, { source, labels, language: 'en' }),
  };
}

export interface Telling {
  readonly source: string;
  readonly labels: RuleLabels;
  readonly language: Language;
}

function say(node: Expression, telling: Telling): string {
  const { language } = telling;
  const zh = language === 'zh';
  switch (node.kind) {
    case 'literal':
      return literal(node, telling);
    case 'name':
    case 'path':
      return named(node, telling);
    case 'negation':
      // “-1的绝对值” would be the size of -1.
      return `-${(node.operand.kind === 'call' ? bracketed : operand)(node.operand, telling)}`;
    case 'arithmetic':
      return arithmetic(node, telling);
    case 'comparison':
      return joined(
        [operand(node.left, telling), COMPARISON[node.operator][language], operand(node.right, telling)],
        language,
      );
    case 'logic':
      return logic(node, telling);
    case 'between':
      return zh
        ? `${operand(node.value, telling)}在${say(node.low, telling)}至${say(node.high, telling)}之间`
        : `${operand(node.value, telling)} is between ${say(node.low, telling)} and ${say(node.high, telling)}`;
    case 'in':
      return membership(node, telling);
    case 'if':
      return zh
        ? `如果${say(node.condition, telling)}，则${say(node.then, telling)}；否则${say(node.otherwise, telling)}`
        : `if ${say(node.condition, telling)}, then ${say(node.then, telling)}; otherwise ${say(node.otherwise, telling)}`;
    case 'quantified':
      return quantified(node, telling);
    case 'filter':
      return filtered(node, telling);
    case 'call':
      return called(node, telling);
    case 'range':
      return range(node, telling);
    case 'list':
      return node.items.map((item) => say(item, telling)).join(zh ? '、' : ', ');
    default:
      return written(node, telling);
  }
}

const ARITHMETIC = { '+': '+', '-': '−', '*': '×', '/': '÷', '**': '^' } as const;

/** Brackets only where multiplying before adding, from left to right, would read it otherwise. */
function arithmetic({ operator, left, right }: ExpressionOf<'arithmetic'>, telling: Telling): string {
  const binds = BINDS[operator];
  const side = (node: Expression, least: number) =>
    node.kind === 'arithmetic' && BINDS[node.operator] >= least ? arithmetic(node, telling) : operand(node, telling);
  // A power keeps its brackets: nobody reads it from left to right.
  return `${side(left, operator === '**' ? binds + 1 : binds)} ${ARITHMETIC[operator]} ${side(right, binds + 1)}`;
}

const BINDS = { '+': 1, '-': 1, '*': 2, '/': 2, '**': 3 } as const;

function written({ from, to }: Expression, { source }: Telling): string {
  return source.slice(from, to);
}

function literal(node: ExpressionOf<'literal'>, telling: Telling): string {
  const { language, labels } = telling;
  const { value } = node;
  if (value === true) return language === 'zh' ? '是' : 'yes';
  if (value === false) return language === 'zh' ? '否' : 'no';
  if (typeof value === 'string') return `“${labels.optionOf(value)?.[language] ?? value}”`;
  const duration = /^@"P(\d+)([YMD])"$/.exec(written(node, telling));
  if (!duration) return written(node, telling).replace(/^@"(.*)"$/, '$1');
  return `${duration[1]}${DURATIONS[duration[2] as keyof typeof DURATIONS][language]}`; // the pattern has no other letter
}

const DURATIONS = {
  Y: { zh: '年', en: ' years' },
  M: { zh: '个月', en: ' months' },
  D: { zh: '天', en: ' days' },
} as const satisfies Record<string, Text>;

function named(node: ExpressionOf<'name' | 'path'>, telling: Telling): string {
  const { language, labels } = telling;
  const id = idOf(node);
  const own = id === undefined ? undefined : labels.labelOf(id);
  if (own) return own[language];
  if (node.kind === 'name') return WELL_KNOWN[node.name]?.[language] ?? node.name;
  const last = labels.labelOf(node.name)?.[language] ?? PARTS[node.name]?.[language] ?? node.name;
  if (node.source.kind === 'name' && (node.source.name === 'household' || !labels.labelOf(node.source.name)))
    return last;
  return language === 'zh'
    ? `${operand(node.source, telling)}的${last}`
    : `${last} of ${operand(node.source, telling)}`;
}

/** `dibao.standard` is one name. */
function idOf(node: Expression): string | undefined {
  if (node.kind === 'name') return node.name;
  if (node.kind !== 'path') return undefined;
  const source = idOf(node.source);
  return source === undefined ? undefined : `${source}.${node.name}`;
}

const WELL_KNOWN: Readonly<Record<string, Text>> = {
  members: { zh: '家庭成员', en: 'members' },
  events: { zh: '事件', en: 'events' },
  household: { zh: '家庭', en: 'the household' },
  monthsPerYear: { zh: '12个月', en: '12 months' },
  item: { zh: '该项', en: 'it' },
};

const PARTS: Readonly<Record<string, Text>> = {
  years: { zh: '整年数', en: 'full years' },
  months: { zh: '整月数', en: 'full months' },
  days: { zh: '天数', en: 'days' },
  year: { zh: '年份', en: 'year' },
  month: { zh: '月份', en: 'month' },
};

function logic({ operator, left, right }: ExpressionOf<'logic'>, telling: Telling): string {
  const words = { and: { zh: '，且', en: ' and ' }, or: { zh: '，或', en: ' or ' } }[operator][telling.language];
  const side = (node: Expression) =>
    runsOn(node) || (node.kind === 'logic' && node.operator !== operator)
      ? bracketed(node, telling)
      : say(node, telling);
  return `${side(left)}${words}${side(right)}`;
}

/** What would take the next condition into itself, or has an “or” of its own. */
function runsOn(node: Expression): boolean {
  if (node.kind === 'in') return node.tests.length > 1 && node.tests.some(({ kind }) => kind === 'range');
  return node.kind === 'if' || node.kind === 'quantified';
}

function operand(node: Expression, telling: Telling): string {
  const isPlain = node.kind === 'call' ? !isListed(node) : ['literal', 'name', 'path', 'filter'].includes(node.kind);
  return isPlain ? say(node, telling) : bracketed(node, telling);
}

function bracketed(node: Expression, telling: Telling): string {
  return telling.language === 'zh' ? `（${say(node, telling)}）` : `(${say(node, telling)})`;
}

function joined(parts: readonly string[], language: Language): string {
  return parts.join(language === 'zh' ? '' : ' ');
}

function called(node: ExpressionOf<'call'>, telling: Telling): string {
  const { callee, given } = node;
  if (callee.kind !== 'name' || given.kind !== 'positional') return written(node, telling);
  return callWords(callee.name, given.values, telling, { alone: say, among: operand });
}

function membership({ value, tests }: ExpressionOf<'in'>, telling: Telling): string {
  const { language } = telling;
  const zh = language === 'zh';
  const what = operand(value, telling);
  if (!tests.some(({ kind }) => kind === 'range')) {
    const listed = tests.map((test) => say(test, telling)).join(zh ? '、' : ', ');
    return zh ? `${what}属于${listed}` : `${what} is one of ${listed}`;
  }
  const each = tests.map((test) =>
    test.kind === 'range'
      ? range(test, telling)
      : joined([COMPARISON['='][language], operand(test, telling)], language),
  );
  return joined([what, each.join(zh ? '或' : ' or ')], language);
}

function range(node: ExpressionOf<'range'>, telling: Telling): string {
  const { language } = telling;
  const end = node.end ?? node.start;
  if (node.operator !== '..' && end) return joined([TEST[node.operator][language], say(end, telling)], language);
  const open = language === 'zh' ? '（不含）' : ' (excluded)';
  const from = `${node.start ? say(node.start, telling) : ''}${node.startIncluded ? '' : open}`;
  const to = `${node.end ? say(node.end, telling) : ''}${node.endIncluded ? '' : open}`;
  return language === 'zh' ? `在${from}至${to}之间` : `is from ${from} to ${to}`;
}

function quantified({ quantifier, bindings, condition }: ExpressionOf<'quantified'>, telling: Telling): string {
  const zh = telling.language === 'zh';
  const whom = bindings.map(({ domain }) => say(domain, telling)).join(zh ? '、' : ', ');
  const what = say(condition, telling);
  if (quantifier === 'some') return zh ? `至少有一个${whom}满足：${what}` : `at least one of ${whom}: ${what}`;
  return zh ? `每个${whom}都满足：${what}` : `every one of ${whom}: ${what}`;
}

function filtered({ source, condition }: ExpressionOf<'filter'>, telling: Telling): string {
  const what = say(source, telling);
  if (condition.kind === 'literal') return what;
  const which = say(condition, telling);
  return telling.language === 'zh' ? `符合“${which}”的${what}` : `${what} with “${which}”`;
}
