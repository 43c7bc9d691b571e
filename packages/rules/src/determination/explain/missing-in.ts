import type { Missing, MissingFact } from '../../explanation/explanation.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import type { FactPlace } from '../missing/fact-keys.ts';
import { findMissingFacts } from '../missing/missing-facts.ts';
import type { Household } from './at.ts';
import type { Labels } from './labels.ts';

/** What to ask about a variable of a household; undefined when it is known. */
export type TellMissing = (household: Household, id: string, index: number) => Missing | undefined;

export function missingTeller(rules: CheckedRules, labels: Labels): TellMissing {
  // The same fact is missing in many programmes of many households, and is told once.
  const decisive = new Map<FactPlace, MissingFact>();
  const others = new Map<FactPlace, MissingFact>();

  function told(place: FactPlace, isDecisive: boolean): MissingFact {
    const known = isDecisive ? decisive : others;
    const found = known.get(place);
    if (found) return found;
    const { id, on, index } = place;
    const entry = rules.catalogue.entries.get(id);
    const made: MissingFact = {
      id,
      label: labels.of(id),
      ...(on !== 'household' && { who: { on, index } }),
      ...(entry && { unit: entry.unit }),
      isDecisive,
    };
    known.set(place, made);
    return made;
  }

  return ({ values, row }, id, index) => {
    const found = findMissingFacts(rules, values, row, id, index);
    if (!found) return undefined;
    return {
      // The decisive ones come first.
      facts: found.all.map((place, at) => told(place, at < found.decisive.length)),
      towards: found.towards,
      isTried: found.isTried,
      needsParameters: found.needsParameters,
      parameters: found.parameters.map((missing) => ({ id: missing, label: labels.of(missing) })),
    };
  };
}
