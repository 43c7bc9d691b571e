import type { Explanation, MissingRow, Provenance } from '../../explanation/explanation.ts';
import type { Who } from '../../explanation/formula.ts';
import type { Entry } from '../check/catalogue.ts';
import type { Binding } from '../core/core.ts';
import { LARGEST_GROUP } from '../core/range.ts';
import type { Values } from '../facts/values.ts';
import type { FactPlace } from '../missing/fact-keys.ts';
import type { Cursor, Frame } from '../run/compile-core.ts';
import type { PolicyRow } from '../run/policy-row.ts';

/** One household whose determination is explained. */
export interface Household {
  readonly values: Values;
  readonly row: PolicyRow;
  /** Where a fact came from; left out, it was told. */
  readonly provenanceOf?: (place: FactPlace) => Provenance;
}

/** Where an explanation is at. */
export interface At {
  readonly household: Household;
  readonly frame: Frame;
  /** Whose rule it is; undefined for the household's. */
  readonly own: Who | undefined;
  /** Whom the loops around are at. */
  readonly loops: Map<number, Who>;
  /** What was explained already: once is enough. Facts and variables by number, figures of the policy by id. */
  readonly told: Set<number | string>;
  readonly depth: number;
  readonly deepest: number;
  /** Look-ups met on the way that found no row. */
  readonly rowless: MissingRow[];
  /** What the figures met on the way rest on. */
  readonly into: Explanation[];
}

export type Cursors = Map<number, Cursor>;

export function whoOf(of: Binding, at: At): Who | undefined {
  if (of === 'household') return undefined;
  return of === 'self' ? at.own : at.loops.get(of);
}

/** One number for a fact or variable of somebody. */
export function numberOf({ on, slot }: Entry, who: Who | undefined): number {
  return (slot * SCOPES.length + SCOPES.indexOf(on)) * LARGEST_GROUP + (who?.index ?? 0);
}

const SCOPES: readonly Entry['on'][] = ['household', 'person', 'event'];

export function ownValues({ on }: Entry, who: Who | undefined, { household, person, event }: Values): Float64Array {
  if (on === 'household' || !who) return household;
  return (on === 'person' ? person : event)[who.index] ?? household;
}

/** Runs through the members or events, the loop's cursor at each in turn. */
export function forEachOf(
  at: At,
  { over, loop }: { readonly over: Who['on']; readonly loop: number },
  cursors: Cursors,
  visit: (who: Who) => void,
): void {
  const cursor = cursors.get(loop);
  for (const [index, element] of at.household.values[over].entries()) {
    if (cursor) cursor.element = element;
    const who = { on: over, index };
    at.loops.set(loop, who);
    visit(who);
  }
  at.loops.delete(loop);
}
