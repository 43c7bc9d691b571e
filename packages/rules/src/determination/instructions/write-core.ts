import type { Core, CoreOf, Group } from '../core/core.ts';
import { isHeadCount } from '../generated/plan.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { InstructionList } from './instruction-list.ts';
import { ARITHMETIC, CELL, COMPARISONS, COPY, DATES, DIVISIONS, NOT, placeIn, STRETCH } from './instruction-set.ts';
import { writeFold } from './write-fold.ts';
import { writeIf, writeLogic } from './write-logic.ts';
import { writeLookup } from './write-lookup.ts';

/** What the instructions of all rules share. */
export interface Writing {
  readonly list: InstructionList;
  /** Where what depends on the place and the day alone is found; undefined when it does not. */
  readonly figure: (core: Core, around: Around) => number | undefined;
  /** What is to be added to a key to find its answer. */
  readonly keyed: (core: Core) => number | undefined;
  /** Of a fold that is made in a loop of its own, before. */
  readonly total: (core: CoreOf<'fold'>) => number | undefined;
  readonly headCount: Readonly<Record<Group, number>>;
  /** The place of a column among those of all tables. */
  readonly column: (core: CoreOf<'cell'> | CoreOf<'lookup'>) => number;
}

/** Whose rule it is, and which loops are around: what each runs over, and its stretch of memory. */
export interface Around {
  readonly own: RuleScope;
  readonly loops: ReadonlyMap<number, RuleScope>;
  readonly stretches: ReadonlyMap<number, number>;
  /** Rows that look-ups are at. */
  readonly rows: ReadonlyMap<number, number>;
}

/** A part that is computed, and where its value goes. */
export interface Part {
  readonly around: Around;
  readonly to: number;
  readonly writing: Writing;
  readonly write: WriteCore;
  /** Where a part is that needs no instruction. */
  readonly findPlace: (core: Core, around: Around) => number | undefined;
}

/** Where the value of a part is; given a place, it is put there. */
export type WriteCore = (core: Core, around: Around, into?: number) => number;

export function createCoreWriter(writing: Writing): Pick<Part, 'writing' | 'write' | 'findPlace'> {
  const { list } = writing;

  function write(core: Core, around: Around, into?: number): number {
    const place = findPlace(core, around);
    if (place !== undefined && into === undefined) return place;
    const to = into ?? list.take();
    const mark = list.mark();
    if (place === undefined) compute(core, { around, to, writing, write, findPlace });
    else list.write(COPY, to, place);
    list.release(mark);
    return to;
  }

  function findPlace(core: Core, around: Around): number | undefined {
    if (core.op === 'constant') return list.constant(core.value);
    if (core.op === 'unknown') return list.constant(Number.NaN);
    const figure = writing.figure(core, around);
    if (figure !== undefined) return figure;
    if (core.op === 'read') return placeOfRead(core, around);
    if (core.op !== 'fold') return undefined;
    return isHeadCount(core) ? writing.headCount[core.over] : writing.total(core);
  }

  return { writing, write, findPlace };
}

function placeOfRead({ of, slot }: CoreOf<'read'>, { own, stretches }: Around): number {
  if (typeof of === 'number') return placeIn(stretches.get(of) ?? STRETCH.self, slot);
  return placeIn(of === 'household' || own === 'household' ? STRETCH.household : STRETCH.self, slot);
}

function compute(core: Core, part: Part): void {
  switch (core.op) {
    case 'arithmetic':
      writeTwo(ARITHMETIC[core.operator], core, part);
      break;
    case 'divide':
      writeTwo(DIVISIONS[core.rounding], core, part);
      break;
    case 'date':
      writeTwo(DATES[core.compute], core, part);
      break;
    case 'compare':
      writeTwo(COMPARISONS[core.operator], core, part);
      break;
    case 'not':
      part.writing.list.write(NOT, part.to, part.write(core.operand, part.around));
      break;
    case 'logic':
      writeLogic(core, part);
      break;
    case 'if':
      writeIf(core, part);
      break;
    case 'fold':
      writeFold(core, part);
      break;
    case 'lookup':
    case 'listed':
      writeLookup(core, part);
      break;
    case 'cell':
      writeCell(core, part);
      break;
    case 'constant':
    case 'unknown':
    case 'today':
    case 'parameter':
    case 'read':
      // These have a place.
      break;
  }
}

function writeTwo(
  operation: number,
  { left, right }: { left: Core; right: Core },
  { around, to, writing, write }: Part,
) {
  const one = write(left, around);
  writing.list.write(operation, to, one, write(right, around));
}

function writeCell(core: CoreOf<'cell'>, { around, to, writing }: Part): void {
  const { list } = writing;
  list.write(CELL, to, around.rows.get(core.loop) ?? 0, list.constant(writing.column(core)));
}
