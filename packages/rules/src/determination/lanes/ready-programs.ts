import type { Plan } from '../generated/plan.ts';
import type { RowParts } from '../generated/row-part.ts';
import { knowledgeKey, type RowValues, rowValuesOf } from '../generated/row-values.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { type KeyClasses, keyClasses } from './key-classes.ts';
import { type LaneProgram, laneProgram } from './program.ts';

/** A program for policy rows, with what depends on these alone. */
export interface ReadyProgram {
  readonly program: LaneProgram;
  readonly rows: readonly PolicyRow[];
  readonly stretches: Uint8Array;
}

export type ReadyFor = (
  rows: readonly PolicyRow[],
  unknownFacts: ReadonlySet<string>,
) => (isMixed: boolean) => ReadyProgram;

/** Each has a memory of some megabytes. */
const MOST_PROGRAMS = 8;

/** Rows that leave the same to compute share a program; those that come again are ready. */
export function readyPrograms(plan: Plan, parts: RowParts, recorded: readonly string[]): ReadyFor {
  const programs = new Map<string, LaneProgram>();
  // A register is computed part by part: what depends on the rows alone is worked out once for all parts.
  const known = new WeakMap<readonly PolicyRow[], KnownRows>();

  function knownOf(rows: readonly PolicyRow[]): KnownRows {
    const found = known.get(rows);
    if (found) return found;
    const values = rowValuesOf(parts, rows);
    const made = { values, classes: keyClasses(parts, values), stretches: new WeakMap() };
    known.set(rows, made);
    return made;
  }

  function programFor(key: string, make: () => LaneProgram): LaneProgram {
    const program = programs.get(key) ?? make();
    programs.delete(key);
    programs.set(key, program);
    const [oldest] = programs.keys();
    if (programs.size > MOST_PROGRAMS && oldest !== undefined) programs.delete(oldest);
    return program;
  }

  return (rows, unknownFacts) => {
    const { values, classes, stretches } = knownOf(rows);
    const { knowledge } = values;
    const about = [knowledgeKey(knowledge), ...[...classes].flat(), ...[...unknownFacts].sort()].join(' ');
    return (isMixed) => {
      const options = { recorded, unknownFacts, isMixed, classes };
      const program = programFor(`${isMixed} ${about}`, () => laneProgram(plan, parts, knowledge, options));
      const written = stretches.get(program) ?? program.stretch.write(values, rows.length);
      stretches.set(program, written);
      return { program, rows, stretches: written };
    };
  };
}

interface KnownRows {
  readonly values: RowValues;
  readonly classes: KeyClasses;
  readonly stretches: WeakMap<LaneProgram, Uint8Array>;
}
