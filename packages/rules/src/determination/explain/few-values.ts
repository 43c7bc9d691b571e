import type { Who } from '../../explanation/formula.ts';
import type { Entry } from '../check/catalogue.ts';

/**
 * Yes, no and options are told of everybody in the same few ways. Each is made once and shared by the explanations of
 * all households; figures of money and days are made as they come.
 */
export function fewValuesOf<T>(
  { unit }: Entry,
  manners: number,
  make: (value: number, who: Who | undefined, manner: number) => T,
): typeof make {
  const isFew = unit === 'flag' || unit === 'text';
  const known = new Map<number, T>();
  return (value, who, manner) => {
    const place = who ? who.index + 1 : 0;
    const isOpen = Number.isNaN(value);
    if (place > MOST_PEOPLE || !(isFew || isOpen)) return make(value, who, manner);
    const key = ((isOpen ? 0 : value + 1) * (MOST_PEOPLE + 1) + place) * manners + manner;
    const found = known.get(key);
    if (found) return found;
    const made = make(value, who, manner);
    known.set(key, made);
    return made;
  };
}

/** Of larger households it is not worth the memory. */
const MOST_PEOPLE = 8;
