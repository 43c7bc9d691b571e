import { rangeInWords, type Unit } from '@yimen/rules';
import type { Words } from '@yimen/ui';

/** Both ends included. A number of a contract is one: what the server takes is what the field takes. */
export interface NumberRange {
  readonly minValue: number | null;
  readonly maxValue: number | null;
}

/** Why a number cannot stand, in the unit it is typed in; undefined when it can, or nothing is typed. */
export function findWrongNumber(unit: Unit, { minValue, maxValue }: NumberRange, value: unknown): Words | undefined {
  if (typeof value !== 'number' || minValue === null || maxValue === null) return undefined;
  if (Number.isSafeInteger(value) && value >= minValue && value <= maxValue) return undefined;
  const { zh, en } = rangeInWords(unit, { low: minValue, high: maxValue });
  return { zh: `${zh}。`, en: `${en}.` };
}
