import { type FeelNumber, integer, isInteger, modulo, roundedTo, smallInteger } from '../number/feel-number.ts';
import { squareRoot } from '../number/power.ts';
import type { Rounding } from '../number/rounding.ts';
import { abs } from '../number/rounding.ts';
import { exponential, logarithm } from '../number/transcendental.ts';
import { refusal } from '../problem.ts';
import type { Value } from '../value.ts';
import { type Form, form, numberCalled, optional, valueOfKind } from './form.ts';

const DURATIONS = ['days and time duration', 'years and months duration'] as const;

export const NUMBER_FUNCTIONS = {
  decimal: [form([numberCalled('n'), numberCalled('scale')], ([n, scale]) => toScale(n, scale, 'half even'))],
  floor: [withOptionalScale('floor')],
  ceiling: [withOptionalScale('ceiling')],
  'round up': withScale('up'),
  'round down': withScale('down'),
  'round half up': withScale('half up'),
  'round half down': withScale('half down'),
  abs: [
    form([numberCalled('n')], ([n]) => ({ ...n, mantissa: abs(n.mantissa) })),
    form([valueOfKind('n', DURATIONS)], ([n]) =>
      n.kind === 'days and time duration' ? { ...n, nanos: abs(n.nanos) } : { ...n, months: Math.abs(n.months) },
    ),
  ],
  modulo: [
    form([numberCalled('dividend'), numberCalled('divisor')], ([dividend, divisor]) =>
      divisor.mantissa === 0n ? null : modulo(dividend, divisor),
    ),
  ],
  sqrt: [form([numberCalled('number')], ([n]) => squareRoot(n))],
  log: [form([numberCalled('number')], ([n]) => logarithm(n))],
  exp: [form([numberCalled('number')], ([n]) => exponential(n))],
  odd: [form([numberCalled('number')], ([n]) => isOdd(n))],
  even: [form([numberCalled('number')], ([n]) => !isOdd(n))],
};

/** Whether the scale may be left out was asked of the standard and not answered. */
function withScale(rounding: Rounding): readonly Form[] {
  return [
    form([numberCalled('n'), numberCalled('scale')], ([n, scale]) => toScale(n, scale, rounding)),
    form([numberCalled('n')], () => {
      throw refusal('UNDECIDED', `round ${rounding} without a scale`);
    }),
  ];
}

function withOptionalScale(rounding: Rounding): Form {
  return form([numberCalled('n'), optional(numberCalled('scale'))], ([n, scale]) =>
    toScale(n, scale ?? integer(0), rounding),
  );
}

/** DMN 1.4 table 75 bounds the scale by −6111 and 6176. */
function toScale(n: FeelNumber, scale: FeelNumber, rounding: Rounding): Value {
  const digits = smallInteger(scale);
  if (digits === undefined) throw refusal('UNDECIDED', 'a scale that is not an integer');
  return digits < -6111 || digits > 6176 ? null : roundedTo(n, digits, rounding);
}

function isOdd(n: FeelNumber): boolean {
  if (!isInteger(n)) throw refusal('UNDECIDED', 'odd or even of a fraction');
  return n.exponent === 0 && n.mantissa % 2n !== 0n;
}
