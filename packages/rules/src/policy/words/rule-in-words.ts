import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Text } from '../../text.ts';
import { callWords, isListed } from './call-words.ts';
import { isDay } from './days.ts';
import { literalWords } from './literal-words.ts';
import { nameWords } from './name-words.ts';
import { COMPARISON, DAY_COMPARISON } from './operator-words.ts';
import { besideOf } from './owner-of.ts';
import { membershipWords, rangeWords } from './range-words.ts';
import { idOf, joined, type RuleLabels, type Saying, type Telling, written } from './telling.ts';

/**
 * A rule as people read it, in both languages; figures and dates stay as they are written in `source`. What it comes to
 * may be one of the options of `id`.
 */
export function ruleInWords(
  expression: Expression,
  source: string,
  labels: RuleLabels,
  id: string | null = null,
): Text {
  const telling = { source, labels, optionsOf: id, table: null };
  return { zh: say(expression, { ...telling, language: 'zh' }), en: say(expression, { ...telling, language: 'en' }) };
}

function say(node: Expression, telling: Telling): string {
  const { language } = telling;
  const zh = language === 'zh';
  switch (node.kind) {
    case 'literal':
      return literalWords(node, telling);
    case 'name':
    case 'path':
      return nameWords(node, telling, SAYING);
    case 'negation':
      // “-1的绝对值” would be the size of -1.
      return `-${(node.operand.kind === 'call' ? bracketed : operand)(node.operand, telling)}`;
    case 'arithmetic':
      return arithmetic(node, telling);
    case 'comparison':
      return comparison(node, telling);
    case 'logic':
      return logic(node, telling);
    case 'between':
      return zh
        ? `${operand(node.value, telling)}在${say(node.low, telling)}至${say(node.high, telling)}之间`
        : `${operand(node.value, telling)} is between ${say(node.low, telling)} and ${say(node.high, telling)}`;
    case 'in':
      return membershipWords(node, besideOf(node.value, telling), SAYING);
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
      return rangeWords(node, telling, SAYING);
    case 'list':
      return node.items.map((item) => say(item, telling)).join(zh ? '、' : ', ');
    default:
      return written(node, telling);
  }
}

function comparison({ operator, left, right }: ExpressionOf<'comparison'>, telling: Telling): string {
  const { language } = telling;
  const words = isDay(left, telling) || isDay(right, telling) ? DAY_COMPARISON : COMPARISON;
  const [first, second] = [operand(left, besideOf(right, telling)), operand(right, besideOf(left, telling))];
  return joined([first, words[operator][language], second], language);
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

function logic({ operator, left, right }: ExpressionOf<'logic'>, telling: Telling): string {
  const words = { and: { zh: '，且', en: ' and ' }, or: { zh: '，或', en: ' or ' } }[operator][telling.language];
  const side = (node: Expression) =>
    runsOn(node) || (node.kind === 'logic' && node.operator !== operator)
      ? bracketed(node, telling)
      : condition(node, telling);
  return `${side(left)}${words}${side(right)}`;
}

/** A name that is a sentence of several parts is quoted: nobody would see where it ends. */
function condition(node: Expression, telling: Telling): string {
  const text = say(node, telling);
  const isName = node.kind === 'name' || node.kind === 'path';
  return isName && /，|且|或者|, | or | and /.test(text) ? `“${text}”` : text;
}

/** What would take the next condition into itself, or has an “or” of its own. */
function runsOn(node: Expression): boolean {
  if (node.kind === 'in') return node.tests.length > 1 && node.tests.some(({ kind }) => kind === 'range');
  return node.kind === 'if' || node.kind === 'quantified';
}

const SAYING: Saying = { alone: say, among: operand };

function operand(node: Expression, telling: Telling): string {
  const isPlain = node.kind === 'call' ? !isListed(node) : ['literal', 'name', 'path', 'filter'].includes(node.kind);
  return isPlain ? say(node, telling) : bracketed(node, telling);
}

function bracketed(node: Expression, telling: Telling): string {
  return telling.language === 'zh' ? `（${say(node, telling)}）` : `(${say(node, telling)})`;
}

function called(node: ExpressionOf<'call'>, telling: Telling): string {
  const { callee, given } = node;
  if (callee.kind !== 'name' || given.kind !== 'positional') return written(node, telling);
  return callWords(callee.name, given.values, telling, SAYING);
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
  const zh = telling.language === 'zh';
  const table = idOf(source) ?? null;
  const which = say(condition, { ...telling, table });
  // Only a table has a name of its own.
  if (table !== null && telling.labels.labelOf(table))
    return zh ? `${what}（${which}的一行）` : `${what} (the row where ${which})`;
  return zh ? `符合“${which}”的${what}` : `${what} with “${which}”`;
}
