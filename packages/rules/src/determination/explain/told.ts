import type { Who } from '../../explanation/formula.ts';
import type { Catalogue, Entry } from '../check/catalogue.ts';
import type { Values } from '../facts/values.ts';

/** What was explained already: once is enough. Each answers whether it was before, and is from then on. */
export interface Told {
  /** Of a fact or variable of somebody. */
  readonly entry: (entry: Entry, who: Who | undefined) => boolean;
  /** Of a figure of the policy. */
  readonly figure: (key: string) => boolean;
}

export function nothingTold({ slots }: Catalogue, { person, event }: Values): Told {
  const ofPersons = slots.household.length;
  const ofEvents = ofPersons + slots.person.length * person.length;
  const entries = new Uint8Array(ofEvents + slots.event.length * event.length);
  const figures = new Set<string>();

  function placeOf({ on, slot }: Entry, index: number): number {
    if (on === 'household') return slot;
    return on === 'person'
      ? ofPersons + index * slots.person.length + slot
      : ofEvents + index * slots.event.length + slot;
  }

  return {
    entry: (entry, who) => {
      const place = placeOf(entry, who?.index ?? 0);
      const isTold = entries[place] === 1;
      entries[place] = 1;
      return isTold;
    },
    figure: (key) => {
      const { size } = figures;
      return figures.add(key).size === size;
    },
  };
}
