import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import type { Core, CoreOf } from '../core/core.ts';
import { asNumber, type Code, held, type Place } from './code.ts';
import { codeOfDivision } from './division.ts';
import { codeOfFold, codeOfLookup } from './inner-loops.ts';

/** The text that computes a checked expression; only numbers and names made here get into it. */
export function codeOf(core: Core, place: Place): Code {
  const figure = place.program.figure(core, place);
  if (figure) return figure;
  switch (core.op) {
    case 'constant':
      return known(core.isFlag ? String(core.value === 1) : numberText(core.value));
    case 'unknown':
      return { text: 'NaN', isUnknown: true };
    case 'read':
      return place.program.read(core, place);
    case 'arithmetic':
      return codeOfArithmetic(core, place);
    case 'divide':
      return codeOfDivision(core, codeOf(core.left, place), codeOf(core.right, place), place);
    case 'date':
      return ofTwo(core, place, (left, right) => `${core.compute}(${left}, ${right})`);
    case 'compare':
      return codeOfComparison(core, place);
    case 'logic':
      return codeOfLogic(core, place);
    case 'not': {
      const { text, isUnknown } = codeOf(core.operand, place);
      return { text: isUnknown ? `(1 - ${text})` : `!${text}`, isUnknown };
    }
    case 'if':
      return codeOfIf(core, place);
    case 'fold':
      return place.program.fold(core) ?? codeOfFold(core, place, codeOf);
    case 'lookup':
    case 'listed':
      return codeOfLookup(core, place, codeOf);
    case 'cell':
      return { text: `table${core.loop}.columns[${core.column}][row${core.loop}]`, isUnknown: true };
    case 'today':
    case 'parameter':
      // These depend on the row alone, so `figure` has answered.
      return { text: 'NaN', isUnknown: true };
  }
}

function known(text: string): Code {
  return { text, isUnknown: false };
}

export function numberText(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}

function ofTwo(
  core: { readonly left: Core; readonly right: Core },
  place: Place,
  write: (left: string, right: string) => string,
): Code {
  const left = codeOf(core.left, place);
  const right = codeOf(core.right, place);
  return { text: write(left.text, right.text), isUnknown: left.isUnknown || right.isUnknown };
}

function codeOfArithmetic(core: CoreOf<'arithmetic'>, place: Place): Code {
  const { operator } = core;
  if (operator === 'least') return ofTwo(core, place, (left, right) => `Math.min(${left}, ${right})`);
  if (operator === 'greatest') return ofTwo(core, place, (left, right) => `Math.max(${left}, ${right})`);
  // A product with a negative factor may be a negative zero.
  const isSigned = operator === '*' && core.low <= 0 && (core.left.low < 0 || core.right.low < 0);
  return ofTwo(core, place, (left, right) => `(${left} ${operator} ${right}${isSigned ? ' + 0' : ''})`);
}

const OPERATORS: Readonly<Record<ComparisonOperator, string>> = {
  '=': '===',
  '!=': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

const OPPOSITE: Readonly<Record<'<' | '<=' | '>' | '>=', string>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

function codeOfComparison(core: CoreOf<'compare'>, place: Place): Code {
  const { operator } = core;
  const one = codeOf(core.left, place);
  const other = codeOf(core.right, place);
  if (!one.isUnknown && !other.isUnknown) return known(`(${one.text} ${OPERATORS[operator]} ${other.text})`);
  const left = held(asNumber(one, core.left.isFlag), place);
  const right = held(asNumber(other, core.right.isFlag), place);
  const differs = `${left} < ${right} || ${left} > ${right}`;
  switch (operator) {
    case '=':
      return unknown(`(${left} === ${right} ? 1 : ${differs} ? 0 : NaN)`, place);
    case '!=':
      return unknown(`(${left} === ${right} ? 0 : ${differs} ? 1 : NaN)`, place);
    default:
      return unknown(`(${left} ${operator} ${right} ? 1 : ${left} ${OPPOSITE[operator]} ${right} ? 0 : NaN)`, place);
  }
}

/** Held, since what is made of it names it more than once. */
function unknown(text: string, place: Place): Code {
  return { text: held(text, place), isUnknown: true };
}

function codeOfLogic({ operator, left, right }: CoreOf<'logic'>, place: Place): Code {
  const one = codeOf(left, place);
  const other = codeOf(right, place);
  const isAnd = operator === 'and';
  if (!one.isUnknown && !other.isUnknown) return known(`(${one.text} ${isAnd ? '&&' : '||'} ${other.text})`);
  if (one.isUnknown !== other.isUnknown) {
    const [sure, unsure] = one.isUnknown ? [other.text, one.text] : [one.text, other.text];
    return unknown(isAnd ? `(${sure} ? ${unsure} : 0)` : `(${sure} ? 1 : ${unsure})`, place);
  }
  const [a, b] = [held(one.text, place), held(other.text, place)];
  const text = isAnd ? `(${a} === 0 || ${b} === 0 ? 0 : ${a} * ${b})` : `(${a} === 1 || ${b} === 1 ? 1 : ${a} + ${b})`;
  return unknown(text, place);
}

function codeOfIf(core: CoreOf<'if'>, place: Place): Code {
  const condition = codeOf(core.condition, place);
  const one = codeOf(core.then, place);
  const other = codeOf(core.otherwise, place);
  const isUnknown = one.isUnknown || other.isUnknown || condition.isUnknown;
  const asText = (code: Code) => (isUnknown ? asNumber(code, core.isFlag) : code.text);
  if (!condition.isUnknown) return { text: `(${condition.text} ? ${asText(one)} : ${asText(other)})`, isUnknown };
  const [c, a, b] = [held(condition.text, place), held(asText(one), place), held(asText(other), place)];
  return unknown(`(${c} === 1 ? ${a} : ${c} === 0 || ${a} === ${b} ? ${b} : NaN)`, place);
}
