import { findDayNumber, type PlainDate } from '../calendar/plain-date.ts';
import { isInProvince } from '../policy/provinces.ts';

export const RESIDENT_ID_PROBLEMS = ['empty', 'characters', 'length', 'date', 'future', 'checksum'] as const;
export type ResidentIdProblem = (typeof RESIDENT_ID_PROBLEMS)[number];

export type ParsedResidentId =
  | {
      readonly valid: true;
      /** 18 characters, upper-case X. */
      readonly number: string;
      readonly bornOn: PlainDate;
      readonly sex: 'male' | 'female';
      readonly regionCode: string;
      /** The region is no province known today: worth a look, never a refusal (codes were abolished, tests use 999999). */
      readonly regionDoubtful: boolean;
    }
  | { readonly valid: false; readonly problem: ResidentIdProblem };

/** GB 11643: accepts full-width digits, spaces and zero-width characters, x for X, and the old 15 digits. */
export function parseResidentId(text: string, today: PlainDate): ParsedResidentId {
  const plain = toPlain(text);
  if (plain === '') return { valid: false, problem: 'empty' };
  if (!/^\d+X?$/.test(plain)) return { valid: false, problem: 'characters' };
  const number = /^\d{15}$/.test(plain) ? upgrade(plain) : plain;
  if (number.length !== 18) return { valid: false, problem: 'length' };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (findDayNumber(bornOn) === undefined) return { valid: false, problem: 'date' };
  if (bornOn > today) return { valid: false, problem: 'future' };
  if (checkCharacter(number.slice(0, 17)) !== number[17]) return { valid: false, problem: 'checksum' };
  return {
    valid: true,
    number,
    bornOn,
    sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
    regionCode: number.slice(0, 6),
    regionDoubtful: !isInProvince(number) && !BEYOND_PROVINCES.includes(number.slice(0, 2)),
  };
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function checkCharacter(first17: string): string {
  const sum = [...first17].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0);
  return '10X98765432'.charAt(sum % 11);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Not of a province: 83 residence permits of Taiwan residents, 91 foreigners. */
const BEYOND_PROVINCES: readonly string[] = ['83', '91'];

/** Numbers of 15 digits were issued before 1999-10 to people born in 19xx. */
function upgrade(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return first17 + checkCharacter(first17);
}

function toPlain(text: string): string {
  return text
    .replace(/[\s\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[xX\uff38\uff58]/g, 'X');
}
