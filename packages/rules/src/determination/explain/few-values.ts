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
  // By who it is and in what manner, then by the value; the first of them is not known.
  const known: (T | undefined)[][] = [];
  return (value, who, manner) => {
    const place = who ? who.index + 1 : 0;
    const isOpen = Number.isNaN(value);
    if (place > MOST_PEOPLE || !(isFew || isOpen)) return make(value, who, manner);
    known[place * manners + manner] ??= [];
    const ways = known[place * manners + manner] ?? [];
    const way = isOpen ? 0 : value + 1;
    ways[way] ??= make(value, who, manner);
    return ways[way];
  };
}

/** Of larger households it is not worth the memory. */
const MOST_PEOPLE = 8;
