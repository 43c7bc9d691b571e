import type { Missing } from '../../explanation/explanation.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import type { FactPlace } from '../missing/fact-sets.ts';
import { findMissingFacts } from '../missing/missing-facts.ts';
import type { Household } from './at.ts';
import type { Labels } from './labels.ts';

interface Asked {
  readonly id: string;
  readonly index: number;
  readonly rules: CheckedRules;
  readonly labels: Labels;
}

/** What to ask. */
export function missingIn({ values, row }: Household, { id, index, rules, labels }: Asked): Missing | undefined {
  const found = findMissingFacts(rules, values, row, id, index);
  if (!found) return undefined;
  const isDecisive = (place: FactPlace) =>
    found.decisive.some((one) => one.id === place.id && one.index === place.index);
  return {
    facts: found.all.map((place) => ({
      id: place.id,
      label: labels.of(place.id),
      isDecisive: isDecisive(place),
      ...(place.on !== 'household' && { who: { on: place.on, index: place.index } }),
    })),
    parameters: found.parameters.map((missing) => ({ id: missing, label: labels.of(missing) })),
  };
}
