import type { ChangeContent } from '@yimen/contracts';
import type { FactValue, HouseholdFacts, PolicySet, Vector, VectorReport } from '@yimen/rules';

type VectorContent = Extract<ChangeContent, { kind: 'vector' }>;

/** The worked example with what came out in place of what was expected; null when it came out or could not be run. */
export function exampleAsFound({ packs }: PolicySet, report: VectorReport): VectorContent | null {
  const vector = packs.get(report.packId)?.vectors.find(({ id }) => id === report.vectorId);
  if (!vector || report.ok || report.issues.length > 0) return null;
  const expect = report.mismatches.reduce((facts, { path, found }) => withValue(facts, path, found), vector.expect);
  return { kind: 'vector', vector: asSent({ ...vector, expect }) };
}

function withValue(
  facts: HouseholdFacts,
  [group, ...rest]: readonly (string | number)[],
  value: FactValue,
): HouseholdFacts {
  const id = String(rest.at(-1));
  if (group === 'household') return { ...facts, household: { ...facts.household, [id]: value } };
  const list = group === 'members' ? facts.members : (facts.events ?? []);
  const changed = list.map((one, index) => (index === rest[0] ? { ...one, [id]: value } : one));
  return group === 'members' ? { ...facts, members: changed } : { ...facts, events: changed };
}

/** The same; the wire has it without `readonly`. */
function asSent(vector: Vector): VectorContent['vector'] {
  return structuredClone(vector) as VectorContent['vector']; // the two differ in `readonly` alone
}
