import type { FactValues } from '../../household-facts.ts';
import type { Text } from '../../text.ts';
import type { Catalogue, OnceOption } from '../check/catalogue.ts';

interface Repeated extends Text {
  /** Place among the members. */
  readonly index: number;
  readonly fact: string;
}

/** Members after the first of whom an option is told that holds of one alone: a household has one applicant. */
export function repeatedOnce({ onceOptions }: Catalogue, members: readonly FactValues[]): readonly Repeated[] {
  return onceOptions.flatMap(({ fact, option }) => {
    const [first, ...others] = members.flatMap((member, index) => (member[fact] === option.id ? [index] : []));
    if (first === undefined) return [];
    return others.map((index) => ({ index, fact, ...takenBy(first, option) }));
  });
}

function takenBy(first: number, { label }: OnceOption['option']): Text {
  return {
    zh: `只能有一名成员是“${label.zh}”：第 ${first + 1} 名成员已经是，请改选。`,
    en: `only one member can be "${label.en}", and member ${first + 1} is: choose another.`,
  };
}
