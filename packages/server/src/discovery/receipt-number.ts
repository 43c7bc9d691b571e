import { civilDate } from '../platform/clock/clock.ts';

/** As in GB 32100: no letters that look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** `BG20261121-000123-K`: kind, day, running number, check character (GB 32100: weights 3^i, modulo 31). */
export function receiptNumber(receivedAt: Date, sequence: number): string {
  const body = `BG${civilDate(receivedAt).replaceAll('-', '')}-${String(sequence).padStart(6, '0')}`;
  return `${body}-${checkCharacter(body)}`;
}

/** Tells a mistyped or swapped character before anybody is asked. */
export function isReceiptNumber(text: string): boolean {
  const match = /^(BG\d{8}-\d{6,12})-([0-9A-Z])$/.exec(text);
  return match !== null && checkCharacter(match[1] ?? '') === match[2];
}

function checkCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body.replace(/^BG/, '').replace('-', '')) {
    sum += Number(character) * weight;
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length] ?? '0';
}
