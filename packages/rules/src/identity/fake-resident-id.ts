import { dateOfDayNumber, dayNumberOf, type PlainDate } from '../calendar/plain-date.ts';
import { checkCharacter } from './resident-id.ts';

export interface FakePerson {
  readonly birthDate: PlainDate;
  readonly sex: 'male' | 'female';
  /** 0 to 499 for one birth date and sex. */
  readonly serial: number;
}

/** A number of region 999999, which was never issued: right in every other respect. The same seed gives the same number. */
export function fakeResidentId(seed: number | FakePerson): string {
  const person = typeof seed === 'number' ? personOf(seed) : seed;
  if (!Number.isInteger(person.serial) || person.serial < 0 || person.serial > 499) {
    throw new RangeError(`serial ${person.serial} is outside 0 to 499`);
  }
  const order = person.serial * 2 + (person.sex === 'male' ? 1 : 0);
  const first17 = `999999${person.birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

const FIRST_BIRTH = '1935-01-01';
/** About 75 years of birthdays. */
const BIRTHDAYS = 27_000;

function personOf(seed: number): FakePerson {
  const spread = Math.abs(Math.trunc(seed));
  const birthDate = dateOfDayNumber(dayNumberOf(FIRST_BIRTH) + ((spread * 7_919) % BIRTHDAYS));
  return { birthDate, sex: spread % 2 === 0 ? 'female' : 'male', serial: Math.floor(spread / BIRTHDAYS) % 500 };
}
