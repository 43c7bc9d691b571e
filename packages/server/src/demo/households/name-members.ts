import { inventGivenName, inventRareGivenName, inventSurname, inventUyghurName } from '../people/invent-name.ts';
import { UYGHUR_NAMES } from '../people/name-lists.ts';
import type { Random } from '../random.ts';
import type { HouseholdShape, Seat } from './shapes.ts';

/** Names for everybody at the table: children and fathers share the surname, those who married in do not. */
export function nameMembers(shape: HouseholdShape, seats: readonly Seat[], year: number, random: Random): string[] {
  if (shape === 'wanderer') return ['身份待查'];
  if (shape === 'minority-family') return nameUyghurs(seats, random);
  const family = inventSurname(random);
  return seats.map((seat) => {
    const surname = bearsFamilyName(seat, seats[0]) ? family : inventSurname(random);
    return surname + givenName(shape, seat, year, random);
  });
}

function bearsFamilyName(seat: Seat, head: Seat | undefined): boolean {
  if (seat.relation === 'spouse') return false;
  if (seat.relation === 'parent') return seat.sex === 'male';
  // A child bears its father's name; a mother alone gives another than her own.
  return seat.relation === 'head' || head?.sex === 'male';
}

function givenName(shape: HouseholdShape, seat: Seat, year: number, random: Random): string {
  if (shape === 'rare-name-family') return inventRareGivenName(random, seat.sex);
  return inventGivenName(random, seat.sex, year - seat.age);
}

function nameUyghurs(seats: readonly Seat[], random: Random): string[] {
  const own = random.pick(UYGHUR_NAMES.male);
  return seats.map((seat) => {
    if (seat.relation === 'child') return inventUyghurName(random, seat.sex, own);
    const father = random.pick(UYGHUR_NAMES.male.filter((name) => name !== own));
    return seat.relation === 'head' ? `${own}·${father}` : inventUyghurName(random, seat.sex, father);
  });
}
