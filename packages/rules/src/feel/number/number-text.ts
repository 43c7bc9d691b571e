import { LIMITS } from '../limits.ts';
import { type FeelNumber, number, PRECISION, ZERO } from './feel-number.ts';
import { abs, digitsOf } from './rounding.ts';

const FORM = /^(-?)(\d+(?:\.\d+)?|\.\d+)(?:[eE]([+-]?\d{1,6}))?$/;

/** Undefined when the text is no number, or needs more than 34 digits: nothing written is silently rounded. */
export function findNumber(text: string): FeelNumber | undefined {
  // Longer texts need more than 34 digits or mean nothing in a rule.
  if (text.length > LIMITS.expressionLength) return undefined;
  const parts = FORM.exec(text);
  if (!parts) return undefined;
  const [, sign = '', plain = '', power = '0'] = parts;
  const point = plain.indexOf('.');
  const decimals = point < 0 ? 0 : plain.length - point - 1;
  const digits = plain.replace('.', '').replace(/^0+/, '');
  if (digits === '') return ZERO;
  const significant = digits.replace(/0+$/, '');
  if (significant.length > PRECISION) return undefined;
  const mantissa = BigInt(significant) * (sign === '-' ? -1n : 1n);
  return number(mantissa, Number(power) - decimals + digits.length - significant.length);
}

/** Without an exponent as long as that stays short, otherwise as 1.5e+300. */
export function numberText(value: FeelNumber): string {
  const { mantissa, exponent } = value;
  const sign = mantissa < 0n ? '-' : '';
  const digits = abs(mantissa).toString();
  const leading = digitsOf(mantissa) + exponent;
  if (leading > 40 || leading < -40) return `${sign}${scientific(digits, leading - 1)}`;
  if (exponent >= 0) return `${sign}${digits}${'0'.repeat(exponent)}`;
  const padded = digits.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

function scientific(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${digits.slice(0, 1)}${fraction}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}
