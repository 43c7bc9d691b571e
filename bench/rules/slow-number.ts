import { type CheckedRules, type Entry, findDateKey } from '@yimen/rules';
import { temporalText } from '../../packages/rules/src/feel/temporal/temporal-text.ts';
import type { Value } from '../../packages/rules/src/feel/value.ts';

/** A value of the interpreter as the number the compiled rules have for it; NaN is not known. */
export function slowNumber({ catalogue }: CheckedRules, { unit }: Entry, value: Value): number {
  if (value === null) return Number.NaN;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') return catalogue.codeNumbers.get(value) ?? Number.NaN;
  if (value.kind === 'date') return findDateKey(temporalText(value)) ?? Number.NaN;
  if (value.kind !== 'number') throw new Error(`${value.kind} is no value of a rule`);
  const { mantissa, exponent } = value;
  const scaled = exponent + (unit === 'basisPoints' ? 4 : 0);
  return scaled >= 0 ? Number(mantissa * 10n ** BigInt(scaled)) : Number(mantissa) / 10 ** -scaled;
}
