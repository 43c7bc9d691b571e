import type { FactValue } from '../../household-facts.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { dateTextOf } from '../core/date-key.ts';

/**
 * Every fact and variable of one household as numbers, in slot order; NaN is not known. A member's and an
 * event's stand in the order they were given.
 */
export interface Values {
  readonly household: Float64Array;
  readonly person: readonly Float64Array[];
  readonly event: readonly Float64Array[];
}

/** One value in the words of the facts: true, 'rural', 2026-03-01, 86300; null when it is not known. */
export function readValue(rules: CheckedRules, values: Values, id: string, index = 0): FactValue {
  const entry = rules.catalogue.entries.get(id);
  if (!entry) return null;
  const own = entry.on === 'household' ? values.household : values[entry.on][index];
  const value = own?.[entry.slot] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  if (entry.unit === 'flag') return value === 1;
  if (entry.unit === 'date') return dateTextOf(value);
  return entry.unit === 'text' ? (rules.catalogue.codes[value] ?? null) : value;
}
