import { canonicalJson } from '../../canonical-json.ts';
import type { Provenance } from '../../explanation/explanation.ts';
import type { FactValue, FactValues } from '../../household-facts.ts';
import { explainProgrammes } from '../explain/explain-programmes.ts';
import { readValue } from '../facts/values.ts';
import type { FactPlace } from '../missing/fact-keys.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Determined } from '../place/rulebook.ts';
import { type DeterminationRecord, ENGINE_VERSION, type FactOrigin } from './determination-record.ts';

export interface RecordedFor {
  readonly regionCode: string;
  readonly origins: readonly FactOrigin[];
}

/** The determination with its reasons, to be kept as it is. */
export function recordDetermination(determined: Determined, { regionCode, origins }: RecordedFor): DeterminationRecord {
  const { policy, facts, outcomes } = determined;
  const sorted = origins.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const provenances = new Map(sorted.map((origin) => [keyOf(origin), origin.provenance]));
  const provenanceOf = (place: FactPlace): Provenance => provenances.get(keyOf(place)) ?? 'stated';
  return {
    engineVersion: ENGINE_VERSION,
    policyVersion: policy.version,
    packId: policy.chain[0]?.id ?? '',
    regionCode,
    on: policy.on,
    facts,
    origins: sorted,
    outcomes,
    values: valuesIn(determined),
    explanations: explainProgrammes(determined, { provenanceOf }),
  };
}

/** The bytes that are kept and hashed: one record, one spelling. */
export function recordText(record: DeterminationRecord): string {
  return canonicalJson(record);
}

function keyOf({ on, index, id }: FactPlace): string {
  return `${on} ${index} ${id}`;
}

function valuesIn({ rules, values }: Determined): DeterminationRecord['values'] {
  const known = (scope: RuleScope, index: number): FactValues =>
    Object.fromEntries(
      rules.catalogue.slots[scope]
        .map(({ id }): readonly [string, FactValue] => [id, readValue(rules, values, id, index)])
        .filter(([, value]) => value !== null),
    );
  return {
    household: known('household', 0),
    members: values.person.map((_, index) => known('person', index)),
    events: values.event.map((_, index) => known('event', index)),
  };
}
