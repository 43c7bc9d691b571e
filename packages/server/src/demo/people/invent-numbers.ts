import { fakeResidentId } from '@yimen/rules';
import type { Sex } from './invent-name.ts';

/** Numbers that look right on a screen and can reach nobody. Each maker hands out every number once. */
export interface NumberMaker {
  residentId(birthDate: string, sex: Sex): string;
  mobilePhone(): string;
  bankAccount(): string;
}

export function createNumberMaker(): NumberMaker {
  const serials = new Map<string, number>();
  let phones = 0;
  let accounts = 0;

  function residentId(birthDate: string, sex: Sex): string {
    const key = `${birthDate} ${sex}`;
    const serial = serials.get(key) ?? 0;
    serials.set(key, serial + 1);
    return fakeResidentId({ birthDate, sex, serial });
  }

  /** Mobile numbers begin with 13 to 19; 128 is assigned to nobody and is no emergency number. */
  function mobilePhone(): string {
    phones += 1;
    return `128${String(phones).padStart(8, '0')}`;
  }

  function bankAccount(): string {
    accounts += 1;
    return fictitiousBankAccount(accounts);
  }

  return { residentId, mobilePhone, bankAccount };
}

/** Issuer prefix 000564 belongs to no bank (UnionPay cards begin with 62); 19 digits, Luhn check digit. */
export function fictitiousBankAccount(serial: number): string {
  const body = `000564${String(serial).padStart(12, '0')}`;
  return body + luhnDigit(body);
}

/** Subscriber numbers never begin with 0: nobody can be called by mistake. */
export function fictitiousOfficePhone(serial: number): string {
  return `0564-0${String(serial).padStart(6, '0')}`;
}

function luhnDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
