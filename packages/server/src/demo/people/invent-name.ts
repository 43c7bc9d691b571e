import type { Random } from '../random.ts';
import { GIVEN_NAMES, RARE_GIVEN_NAMES, SURNAMES, UYGHUR_NAMES } from './name-lists.ts';

export type Sex = 'male' | 'female';

export function inventSurname(random: Random): string {
  return random.weighted(SURNAMES);
}

export function inventGivenName(random: Random, sex: Sex, birthYear: number): string {
  if (random.chance(0.006)) return inventRareGivenName(random, sex);
  return random.pick(GIVEN_NAMES[generationOf(birthYear)][sex]);
}

export function inventRareGivenName(random: Random, sex: Sex): string {
  return random.pick(RARE_GIVEN_NAMES[sex]);
}

export function inventUyghurName(random: Random, sex: Sex, fatherName: string): string {
  return `${random.pick(UYGHUR_NAMES[sex])}·${fatherName}`;
}

function generationOf(birthYear: number): keyof typeof GIVEN_NAMES {
  if (birthYear < 1960) return 'before1960';
  if (birthYear < 1980) return 'from1960';
  return birthYear < 2005 ? 'from1980' : 'from2005';
}
