import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import type { Core, CoreOf } from '../core/core.ts';
import { codeOfArithmetic } from './arithmetic.ts';
import { asBits, asNumber, bitsOf, type Code, held, literal, type Place } from './code.ts';
import { codeOfDivision } from './division.ts';
import { codeOfFold, codeOfLookup } from './inner-loops.ts';
import { monthSides } from './months.ts';
import { isCheap, selectText } from './select.ts';

/** The text that computes a checked expression; only numbers and names made here get into it. */
export function codeOf(core: Core, place: Place): Code {
  const figure = place.program.figure(core, place);
  if (figure) return figure;
  switch (core.op) {
    case 'constant':
      return literal(core.value, core.isFlag);
    case 'unknown':
      return literal(Number.NaN, core.isFlag);
    case 'read':
      return place.program.read(core, place);
    case 'arithmetic':
      return codeOfArithmetic(core, codeOf(core.left, place), codeOf(core.right, place));
    case 'divide':
      return codeOfDivision(core, codeOf(core.left, place), codeOf(core.right, place), place);
    case 'date':
      return ofTwo(core, place, (left, right) => `${core.compute}(${left}, ${right})`);
    case 'compare':
      return codeOfComparison(core, place);
    case 'logic':
      return codeOfLogic(core, place);
    case 'not': {
      const code = codeOf(core.operand, place);
      if (code.value !== undefined) return literal(1 - code.value, true);
      if (!code.isUnknown) return known(`!${code.text}`);
      const turned = held(`${code.text} ^ 3`, place);
      return unknown(`((${turned} & 1) << 1 | ${turned} >> 1)`, place);
    }
    case 'if':
      return codeOfIf(core, place);
    case 'fold':
      return place.program.fold(core) ?? codeOfFold(core, place, codeOf);
    case 'lookup':
    case 'listed':
      return codeOfLookup(core, place, codeOf);
    case 'cell':
      return codeOfCell(core, place);
    case 'today':
    case 'parameter':
      // These depend on the row alone, so `figure` has answered.
      return literal(Number.NaN, core.isFlag);
  }
}

function known(text: string): Code {
  return { text, isUnknown: false };
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

function codeOfCell({ loop, column, isFlag }: CoreOf<'cell'>, place: Place): Code {
  const cell = held(`table${loop}.columns[${column}][row${loop}]`, place);
  return { text: isFlag ? held(bitsOf(cell), place) : cell, isUnknown: true };
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
  const { one, other, operator } = monthSides(core, place, codeOf) ?? {
    one: codeOf(core.left, place),
    other: codeOf(core.right, place),
    operator: core.operator,
  };
  if (Number.isNaN(one.value) || Number.isNaN(other.value)) return literal(Number.NaN, true);
  const left = asNumber(one, core.left.isFlag);
  const right = asNumber(other, core.right.isFlag);
  if (!one.isUnknown && !other.isUnknown) return known(`(${left} ${OPERATORS[operator]} ${right})`);
  return unknown(openComparison(operator, held(left, place), held(right, place)), place);
}

/** It may hold unless the opposite does; of what is not known neither does. */
function openComparison(operator: ComparisonOperator, left: string, right: string): string {
  const differs = `((${left} < ${right}) | (${left} > ${right}))`;
  switch (operator) {
    case '=':
      return `((${left} === ${right}) | (!${differs} << 1))`;
    case '!=':
      return `(${differs} | (!(${left} === ${right}) << 1))`;
    default:
      return `((${left} ${operator} ${right}) | (!(${left} ${OPPOSITE[operator]} ${right}) << 1))`;
  }
}

/** Held, since what is made of it names it more than once. */
function unknown(text: string, place: Place): Code {
  return { text: held(text, place), isUnknown: true };
}

function codeOfLogic({ operator, left, right }: CoreOf<'logic'>, place: Place): Code {
  const isAnd = operator === 'and';
  const one = codeOf(left, place);
  // The same for every household: what it decides is not computed at all.
  if (one.value === Number(!isAnd)) return one;
  const other = codeOf(right, place);
  if (other.value === Number(!isAnd) || one.value === Number(isAnd)) return other;
  if (other.value === Number(isAnd)) return one;
  if (one.isUnknown || other.isUnknown) {
    return unknown(`(${asBits(one)} ${isAnd ? '&' : '|'} ${asBits(other)})`, place);
  }
  const [first, second] = one.text.length <= other.text.length ? [one, other] : [other, one];
  if (isCheap(second)) return known(`(${first.text} ${isAnd ? '&' : '|'} ${second.text})`);
  return known(isAnd ? `(${first.text} ? +${second.text} : 0)` : `(${first.text} ? 1 : +${second.text})`);
}

function codeOfIf(core: CoreOf<'if'>, place: Place): Code {
  const found = place.program.figure(core.condition, place)?.value;
  if (found === 1) return codeOf(core.then, place);
  if (found === 0) return codeOf(core.otherwise, place);
  const one = branchOf(core.then, place);
  const other = branchOf(core.otherwise, place);
  const { value } = one.code;
  if (value !== undefined && Object.is(value, other.code.value)) return one.code;
  const condition = codeOf(core.condition, place);
  if (condition.value === 1) return entered(one, place);
  if (condition.value === 0) return entered(other, place);
  const isUnknown = one.code.isUnknown || other.code.isUnknown || condition.isUnknown;
  const asText = (code: Code) => (isUnknown && core.isFlag ? asBits(code) : asNumber(code, core.isFlag));
  if (!isUnknown && !core.isFlag) {
    const sides = { condition, chosen: entered(one, place), otherwise: entered(other, place) };
    return known(selectText({ ...sides, range: core }, place));
  }
  const c = held(condition.text, place);
  const isSure = !condition.isUnknown;
  const a = branchText({ ...one, text: asText(one.code), isTaken: isSure ? c : `${c} !== 0` }, place);
  const b = branchText({ ...other, text: asText(other.code), isTaken: isSure ? `!${c}` : `${c} !== 3` }, place);
  if (isSure) return { text: `(${c} ? ${a} : ${b})`, isUnknown };
  const open = core.isFlag ? '2' : 'NaN';
  return unknown(`(${c} === 3 ? ${a} : ${c} === 0 || ${a} === ${b} ? ${b} : ${open})`, place);
}

interface Branch {
  readonly code: Code;
  /** What it needs before it. */
  readonly lines: string[];
}

function branchOf(core: Core, place: Place): Branch {
  const lines: string[] = [];
  return { code: codeOf(core, { ...place, lines }), lines };
}

function entered({ code, lines }: Branch, place: Place): Code {
  place.lines.push(...lines);
  return code;
}

/** Where a branch costs something, it is computed only when it may be the one. */
function branchText({ code, lines, text, isTaken }: Branch & { text: string; isTaken: string }, place: Place): string {
  if (lines.length === 0 && isCheap(code)) return held(text, place);
  const name = place.program.freshName();
  place.lines.push(`let ${name} = 0;`, `if (${isTaken}) {`, ...lines, `${name} = ${text};`, '}');
  return name;
}
