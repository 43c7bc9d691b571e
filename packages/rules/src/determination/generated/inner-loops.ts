import type { Core, CoreOf, FoldKind } from '../core/core.ts';
import { asNumber, type Code, held, type KeyedCode, type Place } from './code.ts';

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
  place.lines.push(
    `let ${total} = ${startOf(core, isUnknown)};`,
    `${place.program.loopOver(core.over, element)} {`,
    ...inner.lines,
    step,
    '}',
    ...endOf(core, total),
  );
  return { text: total, isUnknown };
}

/** The line that takes one element in; `lines` of the place hold what it needs. */
export function stepOf(
  core: CoreOf<'fold'>,
  total: string,
  place: Place,
  codeOf: CodeOf,
): { readonly step: string; readonly isUnknown: boolean } {
  const condition = core.condition && codeOf(core.condition, place);
  const body = codeOf(core.body, place);
  const isUnknown = body.isUnknown || (condition?.isUnknown ?? false) || isOpen(core);
  if (core.fold === 'some') return { step: someStep(body, total, place), isUnknown: body.isUnknown };
  const value = asNumber(body, core.body.isFlag);
  if (!condition) return { step: taken(core.fold, total, value), isUnknown };
  if (!condition.isUnknown) return { step: `if (${condition.text}) ${taken(core.fold, total, value)}`, isUnknown };
  const holds = held(condition.text, place);
  return { step: `if (${holds} !== 0) ${taken(core.fold, total, `(${holds} === 1 ? ${value} : NaN)`)}`, isUnknown };
}

function someStep(body: Code, total: string, place: Place): string {
  if (!body.isUnknown) return `if (${body.text}) ${total} = true;`;
  const holds = held(body.text, place);
  return `${total} = ${total} === 1 || ${holds} === 1 ? 1 : ${total} + ${holds};`;
}

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

export function startOf({ fold }: CoreOf<'fold'>, isUnknown: boolean): string {
  if (fold === 'some') return isUnknown ? '0' : 'false';
  if (fold === 'sum') return '0';
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
    const found = `(${list}.columns[0].includes(${value}) ? 1 : 0)`;
    return { text: held(`${list}.isKnown && ${value} === ${value} ? ${found} : NaN`, place), isUnknown: true };
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
  const asked = held(asNumber(code, key.isFlag), place);
  const answer = `answers[${name} + ${asked}${low === 0 ? '' : ` - ${low}`}]`;
  if (code.isUnknown) return { text: held(`(${asked} === ${asked} ? ${answer} : NaN)`, place), isUnknown: true };
  return { text: core.isFlag && !isUnknown ? `(${answer} === 1)` : answer, isUnknown };
}

function codeOfRows(core: CoreOf<'lookup'>, place: Place, codeOf: CodeOf): Code {
  const found = place.program.freshName();
  const { loop } = core;
  const inner: Place = { ...place, lines: [] };
  const condition = codeOf(core.condition, inner);
  const holds = held(asNumber(condition, true), inner);
  place.lines.push(
    `let ${found} = NaN;`,
    // The same lookup may stand in two places: its names are its own.
    `{ const table${loop} = tables[${core.table}];`,
    `for (let row${loop} = 0; row${loop} < table${loop}.length; row${loop} += 1) {`,
    ...inner.lines,
    `if (${holds} === 1) ${found} = table${loop}.columns[${core.column}][row${loop}];`,
    `if (${holds} !== 0) break;`,
    '}}',
  );
  return { text: found, isUnknown: true };
}
