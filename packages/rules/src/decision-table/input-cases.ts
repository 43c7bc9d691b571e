import type { Catalogue } from '../determination/check/catalogue.ts';
import type { ValueTerm } from '../determination/check/term.ts';
import type { Core } from '../determination/core/core.ts';
import { coreKey } from '../determination/generated/core-key.ts';
import { ruleRefusal } from '../determination/model/rule-refusal.ts';
import { type Atom, atomOf, atomsOf } from './atoms.ts';
import { type Case, type Interval, isSide, SIDES, type Side } from './case.ts';
import { type AskedInput, holdsIn } from './holds-in.ts';
import { pointOf, pointsOf } from './points.ts';

/** One input cut into cases so small that every cell of its column says yes or no to each. */
export interface InputCases {
  readonly term: ValueTerm;
  readonly cases: readonly Case[];
  /** Of each rule: the cases its cell lets pass, as bits. */
  readonly passing: readonly bigint[];
  readonly all: bigint;
  /** What cells compare the input with and that is no constant, by its key. */
  readonly symbols: ReadonlyMap<string, Core>;
}

const MOST_CASES = 4_096;

export function casesOf(term: ValueTerm, cells: readonly (Core | null)[], catalogue: Catalogue): InputCases {
  const inputKey = coreKey(term.core);
  const atoms = cells.flatMap((cell) => (cell ? atomsOf(cell, inputKey) : []));
  const intervals = intervalsOf(term, atoms, catalogue);
  const symbols = new Map(atoms.flatMap((atom) => (atom.kind === 'symbol' ? [[atom.key, atom]] : [])));
  const others = new Set(atoms.flatMap((atom) => (atom.kind === 'other' ? [atom.key] : [])));
  if (intervals.length * 3 ** symbols.size * 2 ** others.size > MOST_CASES) {
    throw ruleRefusal('TABLE_TOO_MANY', String(MOST_CASES));
  }
  let cases: readonly Case[] = intervals.map((interval) => ({ interval, sides: new Map(), truths: new Map() }));
  for (const symbol of symbols.values()) cases = cases.flatMap((one) => withSides(one, symbol, term.kind));
  for (const key of others) cases = cases.flatMap((one) => withTruths(one, key));
  const all = (1n << BigInt(cases.length)) - 1n;
  const input = { kind: term.kind, atomOf: remembered((part) => atomOf(part, inputKey)) };
  const passing = cells.map((cell) => (cell ? passingCases(cell, cases, input) : all));
  return { term, cases, passing, all, symbols: new Map([...symbols].map(([key, { core }]) => [key, core])) };
}

function remembered(make: (part: Core) => Atom): (part: Core) => Atom {
  const known = new Map<Core, Atom>();
  return (part) => {
    const atom = known.get(part) ?? make(part);
    known.set(part, atom);
    return atom;
  };
}

function passingCases(cell: Core, cases: readonly Case[], input: AskedInput): bigint {
  return cases.reduce((bits, one, index) => (holdsIn(cell, one, input) ? bits | (1n << BigInt(index)) : bits), 0n);
}

/** Numbers and days between the ends that cells name; each option and each truth value by itself. */
function intervalsOf(term: ValueTerm, atoms: readonly Atom[], { codeNumbers }: Catalogue): readonly Interval[] {
  if (term.kind === 'flag') return [point(0), point(1)];
  if (term.kind === 'code') return term.options.map((option) => point(codeNumbers.get(option) ?? -1));
  const { low, high } = pointsOf(term.kind, term.core);
  const ends = atoms.flatMap((atom) =>
    atom.kind === 'end' ? cutsAt(pointOf(term.kind, atom.value) / atom.factor) : [],
  );
  const starts = [low, ...new Set(ends.filter((cut) => cut > low && cut <= high))].sort((one, other) => one - other);
  return starts.map((from, index) => ({ from, to: (starts[index + 1] ?? high + 1) - 1 }));
}

function point(value: number): Interval {
  return { from: value, to: value };
}

/** Where an interval of whole numbers begins at or after an end, so that it lies on one side of it or is it. */
function cutsAt(end: number): readonly number[] {
  return [Math.ceil(end), Math.floor(end) + 1];
}

function withSides(
  one: Case,
  symbol: Extract<Atom, { readonly kind: 'symbol' }>,
  kind: ValueTerm['kind'],
): readonly Case[] {
  const reach = pointsOf(kind, symbol.core);
  const { from, to } = one.interval;
  const scaled = { from: from * symbol.factor, to: to * symbol.factor };
  return SIDES.filter((side) => isSide(side, scaled, reach)).map((side) => ({
    ...one,
    sides: new Map<string, Side>([...one.sides, [symbol.key, side]]),
  }));
}

function withTruths(one: Case, key: string): readonly Case[] {
  return [true, false].map((truth) => ({ ...one, truths: new Map([...one.truths, [key, truth]]) }));
}
