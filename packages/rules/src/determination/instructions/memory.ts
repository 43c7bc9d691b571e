import type { Entry } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import type { Assembled } from './assemble.ts';
import { MOST_STRETCHES, STRETCH, STRETCH_BITS } from './instruction-set.ts';
import type { Workplace } from './run-instructions.ts';

/** Everything of one household side by side. Nothing runs at the same time, so that one does for all households. */
export interface Memory extends Pick<Workplace, 'memory' | 'begins' | 'groups'> {
  /** Puts the values of a household there, and the figures of its place. */
  fill(values: Values, figures: Float64Array): void;
  /** Puts the variables among the values. */
  empty(values: Values): void;
}

export function createMemory(
  { catalogue: { slots } }: CheckedRules,
  { kept, scratchSize, headCount }: Assembled,
  figureCount: number,
): Memory {
  const [household, person, event] = [sizeOf(slots.household), sizeOf(slots.person), sizeOf(slots.event)];
  const keptAt = scratchSize;
  const figuresAt = keptAt + kept.length;
  const householdAt = figuresAt + figureCount;
  const personsAt = householdAt + household.all;
  let eventsAt = personsAt;
  let figuresThere: Float64Array | null = null;
  const begins = new Int32Array(MOST_STRETCHES);
  begins[STRETCH.kept] = keptAt;
  begins[STRETCH.figures] = figuresAt;
  begins[STRETCH.household] = householdAt;
  const groups = new Int32Array(6);

  const made = { memory: new Float64Array(0), begins, groups, fill, empty };

  function fill(values: Values, figures: Float64Array): void {
    eventsAt = personsAt + values.person.length * person.all;
    const end = eventsAt + values.event.length * event.all;
    makeRoom(end);
    const { memory } = made;
    if (figuresThere !== figures) memory.set(figures, figuresAt);
    figuresThere = figures;
    memory.set(values.household, householdAt);
    for (const [index, own] of values.person.entries()) memory.set(own, personsAt + index * person.all);
    for (const [index, own] of values.event.entries()) memory.set(own, eventsAt + index * event.all);
    groups.set([personsAt, person.all, eventsAt, eventsAt, event.all, end]);
    memory[keptAt + (headCount.person >> STRETCH_BITS)] = values.person.length;
    memory[keptAt + (headCount.event >> STRETCH_BITS)] = values.event.length;
  }

  function makeRoom(size: number): void {
    if (made.memory.length >= size) return;
    made.memory = new Float64Array(size * 2);
    made.memory.set(kept, keptAt);
    figuresThere = null;
  }

  function empty(values: Values): void {
    takeBack(values.household, householdAt, household.facts);
    for (const [index, own] of values.person.entries()) takeBack(own, personsAt + index * person.all, person.facts);
    for (const [index, own] of values.event.entries()) takeBack(own, eventsAt + index * event.all, event.facts);
  }

  function takeBack(own: Float64Array, at: number, facts: number): void {
    const { memory } = made;
    for (let slot = facts; slot < own.length; slot += 1) own[slot] = memory[at + slot] ?? Number.NaN;
  }

  return made;
}

/** Facts stand first. */
function sizeOf(entries: readonly Entry[]): { readonly all: number; readonly facts: number } {
  return { all: entries.length, facts: entries.filter(({ isFact }) => isFact).length };
}
