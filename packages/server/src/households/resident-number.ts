import { maskPhone, maskResidentId, parseResidentId } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { refusedField } from '../platform/refused.ts';
import type { Vault } from '../platform/vault/vault.ts';

export type SealedIdNumber = {
  readonly index: Buffer;
  readonly masked: string;
  readonly encrypted: Buffer;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
};

const PROBLEM_WORDS = {
  empty: { zh: '请填写身份证号码，没有可留空', en: 'Enter the ID number, or leave it empty' },
  characters: { zh: '身份证号码只能是数字，末位可为 X', en: 'Digits only; the last may be X' },
  length: { zh: '身份证号码应为 18 位（旧号 15 位）', en: '18 characters (15 for old numbers)' },
  date: { zh: '号码中的出生日期不存在', en: 'The birth date inside the number does not exist' },
  future: { zh: '号码中的出生日期晚于今天', en: 'The birth date inside the number lies in the future' },
  checksum: { zh: '校验位不符，请逐位核对', en: 'The check digit does not fit; compare digit by digit' },
} as const;

/** Canonical 18 characters or a refusal beside the field. */
export function requireIdNumber(
  text: string,
  now: Date,
  path: string,
): { number: string; birthDate: string; sex: 'male' | 'female' } {
  const parsed = parseResidentId(text, civilDate(now));
  if (!parsed.valid) throw refusedField('ID_NUMBER_INVALID', path, PROBLEM_WORDS[parsed.problem]);
  return { number: parsed.number, birthDate: parsed.bornOn, sex: parsed.sex };
}

export function sealIdNumber(
  vault: Vault,
  table: string,
  column: string,
  rowId: string,
  text: string,
  now: Date,
  path: string,
): SealedIdNumber {
  const { number, birthDate, sex } = requireIdNumber(text, now, path);
  return {
    index: vault.index('id-number', number),
    masked: maskResidentId(number),
    encrypted: vault.seal(table, column, rowId, number),
    birthDate,
    sex,
  };
}

export function sealPhone(
  vault: Vault,
  table: string,
  column: string,
  rowId: string,
  phone: string,
): { index: Buffer; masked: string; encrypted: Buffer } {
  return {
    index: vault.index('phone', phone),
    masked: maskPhone(phone),
    encrypted: vault.seal(table, column, rowId, phone),
  };
}
