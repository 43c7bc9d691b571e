import type { Catalogue, Entry } from '../check/catalogue.ts';
import type { RuleScope } from '../model/rule-model.ts';

/** A fact of the household (index 0), of the member or of the event at an index. */
export interface FactPlace {
  readonly id: string;
  readonly on: RuleScope;
  readonly index: number;
}

/** A fact of somebody as one number; smaller is asked first: as the facts are declared, of several members the first one. */
export type FactKey = number;

export interface FactKeys {
  readonly keyOf: (entry: Entry, index: number) => FactKey;
  /** The same object for the same fact. */
  readonly placeOf: (key: FactKey) => FactPlace;
}

const READY = new WeakMap<Catalogue, FactKeys>();

export function factKeysOf(catalogue: Catalogue): FactKeys {
  const found = READY.get(catalogue) ?? createKeys([...catalogue.entries.values()]);
  READY.set(catalogue, found);
  return found;
}

function createKeys(entries: readonly Entry[]): FactKeys {
  const orders = new Map(entries.map((entry, order) => [entry, order]));
  const places = new Map<FactKey, FactPlace>();

  function placeOf(key: FactKey): FactPlace {
    const found = places.get(key);
    if (found) return found;
    const entry = entries[key % entries.length];
    if (!entry) throw new Error(`There is no fact of number ${key}.`);
    const place = { id: entry.id, on: entry.on, index: Math.floor(key / entries.length) };
    places.set(key, place);
    return place;
  }

  return { keyOf: (entry, index) => index * entries.length + (orders.get(entry) ?? 0), placeOf };
}
