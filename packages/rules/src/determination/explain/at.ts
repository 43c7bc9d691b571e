import type { MissingRow, Provenance } from '../../explanation/explanation.ts';
import type { Who } from '../../explanation/formula.ts';
import type { Entry } from '../check/catalogue.ts';
import type { Binding } from '../core/core.ts';
import type { Values } from '../facts/values.ts';
import type { FactPlace } from '../missing/fact-keys.ts';
import type { Cursor, Frame } from '../run/compile-core.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { PolicyFigures } from './policy-figures.ts';
import type { Reasons } from './reasons.ts';
import type { Told } from './told.ts';
import { whoAt } from './who-at.ts';

/** One household whose determination is explained. */
export interface Household {
  readonly values: Values;
  readonly row: PolicyRow;
  /** Where a fact came from; left out, it was told. */
  readonly provenanceOf?: (place: FactPlace) => Provenance;
}

/** Where the explanations of a household are at: one for all of them. Whoever goes into a rule comes back out of it. */
export interface At extends Household, Frame {
  readonly figures: PolicyFigures;
  /** Whose rule it is; undefined for the household's. */
  own: Who | undefined;
  readonly told: Told;
  depth: number;
  readonly deepest: number;
  /** Look-ups met on the way that found no row. */
  readonly rowless: MissingRow[];
  /** Only these are looked for: what cannot meet one is not told. */
  readonly isSearch: boolean;
  /** What was met on the way, and what it rests on. */
  readonly reasons: Reasons;
}

/** Of a loop: also whom it is at, undefined outside of it. */
export interface TellingCursor extends Cursor {
  who: Who | undefined;
}
export type Cursors = Map<number, TellingCursor>;

/** Whose value is read, at the household told. */
export function whoseValue(of: Binding, cursors: Cursors): (at: At) => Who | undefined {
  if (of === 'household') return () => undefined;
  if (of === 'self') return (at) => at.own;
  const cursor = cursors.get(of);
  return () => cursor?.who;
}

export function ownValues({ on }: Entry, who: Who | undefined, { household, person, event }: Values): Float64Array {
  if (on === 'household' || !who) return household;
  return (on === 'person' ? person : event)[who.index] ?? household;
}

/** Runs through the members or events, the loop's cursor at each in turn. */
export function forEachOf(
  { values }: At,
  { over, loop }: { readonly over: Who['on']; readonly loop: number },
  cursors: Cursors,
  visit: (who: Who) => void,
): void {
  const cursor = cursors.get(loop);
  for (const [index, element] of values[over].entries()) {
    const who = whoAt(over, index);
    if (cursor) {
      cursor.element = element;
      cursor.who = who;
    }
    visit(who);
  }
}
