import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';

/** A set of facts, of the whole household: a bit for each. */
export type FactBits = Uint32Array;

/** What every variable hangs on, through other variables too. */
export function usedFactsOf(rules: CheckedRules): ReadonlyMap<string, FactBits> {
  const found = READY.get(rules) ?? createUsed(rules);
  READY.set(rules, found);
  return found;
}

const READY = new WeakMap<CheckedRules, ReadonlyMap<string, FactBits>>();

function createUsed({ variables, catalogue }: CheckedRules): ReadonlyMap<string, FactBits> {
  const { household, person } = catalogue.slots;
  const firstOf = { household: 0, person: household.length, event: household.length + person.length };
  return new Map(
    variables.map(({ entry, facts }) => {
      const bits = noFacts(catalogue);
      for (const id of facts) {
        const fact = catalogue.entries.get(id);
        if (fact) add(bits, firstOf[fact.on] + fact.slot);
      }
      return [entry.id, bits];
    }),
  );
}

/** Known of the household, or of any member or event. */
export function knownFacts({ catalogue }: CheckedRules, { household, person, event }: Values): FactBits {
  const { slots } = catalogue;
  const bits = noFacts(catalogue);
  let first = 0;
  for (const [entries, all] of [
    [slots.household, [household]],
    [slots.person, person],
    [slots.event, event],
  ] as const) {
    // Facts stand before variables.
    for (let slot = 0; entries[slot]?.isFact; slot += 1) {
      if (all.some((own) => !Number.isNaN(own[slot]))) add(bits, first + slot);
    }
    first += entries.length;
  }
  return bits;
}

export function isAnyOf(one: FactBits, other: FactBits): boolean {
  for (let word = 0; word < one.length; word += 1) {
    if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true;
  }
  return false;
}

function noFacts({ entries }: CheckedRules['catalogue']): FactBits {
  return new Uint32Array(Math.ceil(entries.size / 32));
}

function add(bits: FactBits, place: number): void {
  const word = place >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (place & 31));
}
