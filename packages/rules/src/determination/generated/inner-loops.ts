import type { Core, CoreOf, FoldKind } from '../core/core.ts';
import { asBits, asNumber, bitsOf, type Code, held, type KeyedCode, literal, type Place } from './code.ts';
import { isCheap } from './select.ts';

type CodeOf = (core: Core, place: Place) => Code;

/** A loop inside a loop: its lines go before the part that needs it. */
export function codeOfFold(core: CoreOf<'fold'>, place: Place, codeOf: CodeOf): Code {
  const total = place.program.freshName();
  const element = place.program.freshName();
  const inner: Place = {
    ...place,
    loops: new Map([...place.loops, [core.loop, core.over]]),
    elements: new Map([...place.elements, [core.loop, element]]),
    lines: [],
  };
  const { isUnknown, step } = stepOf(core, total, inner, codeOf);
  if (step === null) return literal(0, core.isFlag);
  place.lines.push(
    `let ${total} = ${startOf(core)};`,
    `${place.program.loopOver(core.over, element)} {`,
    ...inner.lines,
    step,
    '}',
    ...endOf(core, total),
  );
  return { text: total, isUnknown };
}

/** The line that takes one element in; `lines` of the place hold what it needs. Null when it adds nothing ever. */
export function stepOf(
  core: CoreOf<'fold'>,
  total: string,
  place: Place,
  codeOf: CodeOf,
): { readonly step: string | null; readonly isUnknown: boolean } {
  const body = codeOf(core.body, place);
  const condition = core.condition && codeOf(core.condition, place);
  const isNought = body.value === 0 || condition?.value === 0;
  if (isNought && !condition?.isUnknown && (core.fold === 'sum' || core.fold === 'some')) return NOTHING;
  const isUnknown = body.isUnknown || (condition?.isUnknown ?? false) || isOpen(core);
  if (core.fold === 'some') return { step: `${total} |= ${body.text};`, isUnknown: body.isUnknown };
  const value = asNumber(body, core.body.isFlag);
  if (!condition) return { step: taken(core.fold, total, value), isUnknown };
  const isSum = core.fold === 'sum' && !isUnknown && isCheap(condition) && isCheap(body);
  if (isSum) return { step: `${total} += +${condition.text} * ${value};`, isUnknown };
  if (!condition.isUnknown) return { step: `if (${condition.text}) ${taken(core.fold, total, value)}`, isUnknown };
  const holds = held(condition.text, place);
  return { step: `if (${holds} !== 0) ${taken(core.fold, total, `(${holds} === 3 ? ${value} : NaN)`)}`, isUnknown };
}

const NOTHING = { step: null, isUnknown: false };

function taken(fold: Exclude<FoldKind, 'some'>, total: string, value: string): string {
  switch (fold) {
    case 'sum':
      return `${total} += ${value};`;
    case 'least':
      return `${total} = Math.min(${total}, ${value});`;
    case 'greatest':
      return `${total} = Math.max(${total}, ${value});`;
  }
}

/** Nobody may be there, and the least of nothing is not known. */
function isOpen({ fold, condition, over }: CoreOf<'fold'>): boolean {
  return (fold === 'least' || fold === 'greatest') && (condition !== null || over === 'event');
}

export function startOf({ fold }: CoreOf<'fold'>): string {
  if (fold === 'some' || fold === 'sum') return '0';
  return fold === 'least' ? 'Infinity' : '-Infinity';
}

export function endOf(core: CoreOf<'fold'>, total: string): readonly string[] {
  return isOpen(core) ? [`if (${total} === Infinity || ${total} === -Infinity) ${total} = NaN;`] : [];
}

/** By key where there is one; otherwise row by row. */
export function codeOfLookup(core: CoreOf<'lookup'> | CoreOf<'listed'>, place: Place, codeOf: CodeOf): Code {
  const keyed = place.program.keyed(core);
  if (keyed) return codeOfKeyed(core, keyed, place, codeOf);
  if (core.op === 'listed') {
    const value = held(codeOf(core.value, place).text, place);
    const list = `tables[${core.table}]`;
    const found = `(${list}.columns[0].includes(${value}) ? 3 : 0)`;
    return { text: held(`${list}.isKnown && ${value} === ${value} ? ${found} : 2`, place), isUnknown: true };
  }
  return codeOfRows(core, place, codeOf);
}

function codeOfKeyed(
  core: CoreOf<'lookup'> | CoreOf<'listed'>,
  { name, low, isUnknown, key }: KeyedCode,
  place: Place,
  codeOf: CodeOf,
): Code {
  const code = codeOf(key, place);
  if (Number.isNaN(code.value)) return literal(Number.NaN, core.isFlag);
  const asked = held(asNumber(code, key.isFlag), place);
  const answer = `answers[${name} + ${asked}${low === 0 ? '' : ` - ${low}`}]`;
  if (!code.isUnknown && !isUnknown) return { text: answer, isUnknown };
  const found = code.isUnknown ? held(`(${asked} === ${asked} ? ${answer} : NaN)`, place) : answer;
  return { text: core.isFlag ? held(bitsOf(found), place) : found, isUnknown: true };
}

function codeOfRows(core: CoreOf<'lookup'>, place: Place, codeOf: CodeOf): Code {
  const found = place.program.freshName();
  const { loop } = core;
  const inner: Place = { ...place, lines: [] };
  const condition = codeOf(core.condition, inner);
  const holds = held(asBits(condition), inner);
  place.lines.push(
    `let ${found} = NaN;`,
    // The same lookup may stand in two places: its names are its own.
    `{ const table${loop} = tables[${core.table}];`,
    `for (let row${loop} = 0; row${loop} < table${loop}.length; row${loop} += 1) {`,
    ...inner.lines,
    `if (${holds} === 3) ${found} = table${loop}.columns[${core.column}][row${loop}];`,
    `if (${holds} !== 0) break;`,
    '}}',
  );
  return { text: core.isFlag ? held(bitsOf(found), place) : found, isUnknown: true };
}
