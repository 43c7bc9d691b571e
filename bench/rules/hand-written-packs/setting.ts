import {
  type CheckedRules,
  type Entry,
  type HouseholdColumns,
  inspectColumns,
  type PolicyRow,
  type Results,
  type ValueColumn,
} from '@yimen/rules';
import { type Place, placeOf } from './place.ts';
import { createScratch, type Scratch } from './scratch.ts';

export interface HandInput {
  readonly rules: CheckedRules;
  readonly rows: readonly PolicyRow[];
  readonly columns: HouseholdColumns;
  readonly results: Results;
}

/** Some households of one place side by side, and their members and events. */
export interface Run {
  readonly place: number;
  readonly from: number;
  readonly to: number;
  readonly firstPerson: number;
  readonly endPerson: number;
  readonly firstEvent: number;
  readonly endEvent: number;
}

export type Loop = (run: Run) => void;

/** What the loop of a topic is made from. */
export interface Setting {
  readonly places: readonly Place[];
  readonly today: number;
  readonly scratch: Scratch;
  readonly personOffsets: Int32Array;
  readonly eventOffsets: Int32Array;
  /** Columns of facts, by the narrowest numbers that hold them. */
  readonly byte: (id: string) => Uint8Array;
  readonly int: (id: string) => Int32Array;
  readonly double: (id: string) => Float64Array;
  readonly byteOut: (id: string) => Uint8Array;
  readonly intOut: (id: string) => Int32Array;
  readonly doubleOut: (id: string) => Float64Array;
  readonly code: (option: string) => number;
  /** 1 for each of these options, 0 for all others. */
  readonly among: (...options: readonly string[]) => Uint8Array;
}

/** Every fact must be known, as it is where the batch is compiled without asking; figures of the place need not be. */
export function settingOf({ rules, rows, columns, results }: HandInput): Setting {
  const { catalogue, on } = rules;
  const inspected = inspectColumns(rules, columns);
  if (!inspected.ok || inspected.unknownFacts.size > 0) throw new Error('the loop written by hand needs every fact');
  const [first] = rows;
  if (!first || rows.some(({ today }) => today !== first.today)) throw new Error(`rows of another day than ${on}`);
  const fact = (id: string) => {
    const entry: Entry | undefined = catalogue.entries.get(id);
    return entry?.isFact ? columns.facts[entry.on][entry.slot] : undefined;
  };
  const code = (option: string) => {
    const number = catalogue.codeNumbers.get(option);
    if (number === undefined) throw new Error(`there is no option ${option}`);
    return number;
  };
  return {
    places: rows.map((row) => placeOf(catalogue, row)),
    today: first.today,
    scratch: createScratch(),
    personOffsets: columns.offsets.person,
    eventOffsets: columns.offsets.event,
    byte: (id) => bytesOf(id, fact(id)),
    int: (id) => intsOf(id, fact(id)),
    double: (id) => doublesOf(id, fact(id)),
    byteOut: (id) => bytesOf(id, results.columns.get(id)),
    intOut: (id) => intsOf(id, results.columns.get(id)),
    doubleOut: (id) => doublesOf(id, results.columns.get(id)),
    code,
    among: (...options) => {
      const set = new Uint8Array(256);
      for (const option of options) set[code(option)] = 1;
      return set;
    },
  };
}

function bytesOf(id: string, column: ValueColumn | undefined): Uint8Array {
  if (column instanceof Uint8Array) return column;
  throw new Error(`${id} is no column of bytes`);
}

function intsOf(id: string, column: ValueColumn | undefined): Int32Array {
  if (column instanceof Int32Array) return column;
  throw new Error(`${id} is no column of whole numbers`);
}

function doublesOf(id: string, column: ValueColumn | undefined): Float64Array {
  if (column instanceof Float64Array) return column;
  throw new Error(`${id} is no column of doubles`);
}
