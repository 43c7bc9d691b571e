import type { Relation } from '@yimen/contracts';
import type { Sex } from '../people/invent-name.ts';
import type { Random } from '../random.ts';

export const HOUSEHOLD_SHAPES = [
  'adult-alone',
  'elderly-alone',
  'elderly-couple',
  'couple-alone',
  'couple-one-child',
  'couple-two-children',
  'single-mother',
  'single-father',
  'adult-with-parent',
  'three-generations',
  'grandparents-grandchild',
  'minority-family',
  'rare-name-family',
  'wanderer',
] as const;
export type HouseholdShape = (typeof HOUSEHOLD_SHAPES)[number];

/** A place in a household before it has a name. */
export interface Seat {
  readonly relation: Relation;
  readonly sex: Sex;
  readonly age: number;
}

export interface ShapeWish {
  readonly shape: HouseholdShape;
  readonly headAge?: number | undefined;
  readonly childAge?: number | undefined;
}

/** Shares that give about 2.67 persons per household. */
export const SHAPE_SHARES: readonly (readonly [HouseholdShape, number])[] = [
  ['adult-alone', 7],
  ['elderly-alone', 14],
  ['elderly-couple', 14],
  ['couple-alone', 7],
  ['couple-one-child', 17],
  ['couple-two-children', 18],
  ['single-mother', 5],
  ['single-father', 3],
  ['adult-with-parent', 4.5],
  ['three-generations', 10],
  ['grandparents-grandchild', 4],
  ['minority-family', 0.6],
  ['rare-name-family', 0.4],
];

/** Who sits at the table, head first, with ages that fit each other. */
export function seatHousehold(wish: ShapeWish, random: Random): Seat[] {
  const head = wish.headAge ?? headAgeOf(wish.shape, random);
  const childAge = wish.childAge ?? Math.max(0, Math.min(17, head - random.between(24, 33)));
  switch (wish.shape) {
    case 'adult-alone':
    case 'wanderer':
      return [seat('head', 'male', head)];
    case 'elderly-alone':
      return [seat('head', random.chance(0.6) ? 'female' : 'male', head)];
    case 'elderly-couple':
    case 'couple-alone':
      return couple(head, random);
    case 'couple-one-child':
    case 'minority-family':
    case 'rare-name-family':
      return [...couple(head, random), child(childAge, random)];
    case 'couple-two-children':
      return [
        ...couple(head, random),
        child(childAge, random),
        child(Math.max(0, childAge - random.between(2, 6)), random),
      ];
    case 'single-mother':
      return [seat('head', 'female', head), child(childAge, random)];
    case 'single-father':
      return [seat('head', 'male', head), child(childAge, random)];
    case 'adult-with-parent':
      return [seat('head', 'male', head), seat('parent', 'female', head + random.between(22, 30))];
    case 'three-generations':
      return [...couple(head, random), child(childAge, random), ...parents(head, random)];
    case 'grandparents-grandchild':
      return [...couple(head, random), seat('grandchild', randomSex(random), wish.childAge ?? random.between(5, 16))];
  }
}

function headAgeOf(shape: HouseholdShape, random: Random): number {
  switch (shape) {
    case 'elderly-alone':
    case 'elderly-couple':
      return random.between(63, 88);
    case 'grandparents-grandchild':
      return random.between(57, 74);
    case 'adult-alone':
    case 'wanderer':
      return random.between(28, 59);
    case 'couple-alone':
      return random.between(44, 60);
    case 'adult-with-parent':
      return random.between(26, 55);
    case 'couple-one-child':
    case 'couple-two-children':
    case 'single-mother':
    case 'single-father':
    case 'three-generations':
    case 'minority-family':
    case 'rare-name-family':
      return random.between(29, 47);
  }
}

function couple(age: number, random: Random): Seat[] {
  return [seat('head', 'male', age), seat('spouse', 'female', Math.max(20, age - random.between(-1, 4)))];
}

function parents(age: number, random: Random): Seat[] {
  const father = age + random.between(23, 30);
  return [seat('parent', 'male', father), seat('parent', 'female', father - random.between(0, 4))];
}

function child(age: number, random: Random): Seat {
  return seat('child', randomSex(random), age);
}

function randomSex(random: Random): Sex {
  return random.chance(0.52) ? 'male' : 'female';
}

function seat(relation: Relation, sex: Sex, age: number): Seat {
  return { relation, sex, age };
}
