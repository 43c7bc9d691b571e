import type { FactValue, FactValues, HouseholdFacts } from '../../household-facts.ts';
import type { Pack, RuleScope, Vector } from '../../policy/pack.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import type { FactIssue } from '../facts/read-facts.ts';
import { readValue } from '../facts/values.ts';
import type { Determined, Rulebook } from './rulebook.ts';

/** A value that came out otherwise; expected and found as facts are written. */
export interface VectorMismatch {
  readonly path: FactIssue['path'];
  readonly expected: FactValue;
  readonly found: FactValue;
}

export type VectorResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly mismatches: readonly VectorMismatch[]; readonly issues: readonly FactIssue[] };

/** Determines a worked example of a pack in its own place and compares every value it names. */
export function runVector(rulebook: Rulebook, policy: PolicyOn, vector: Vector): VectorResult {
  const vectors = policy.chain[0]?.vectors ?? [];
  const result = rulebook.determine({ ...policy, on: vector.on }, factsOf(vector, vectors));
  if (!result.ok) return { ok: false, mismatches: [], issues: result.issues };
  const mismatches = expectations(vector.expect).flatMap((one) => findMismatch(one, result.determined));
  return mismatches.length === 0 ? { ok: true } : { ok: false, mismatches, issues: [] };
}

/** Its own facts over those of the example it is like; members and events one by one. */
export function factsOf(vector: Vector, vectors: Pack['vectors']): HouseholdFacts {
  const base = vector.like === null ? undefined : vectors.find(({ id }) => id === vector.like);
  if (!base || base === vector) return vector.facts;
  const before = factsOf(base, vectors.slice(0, vectors.indexOf(base)));
  return {
    household: { ...before.household, ...vector.facts.household },
    members: layered(before.members, vector.facts.members),
    events: layered(before.events ?? [], vector.facts.events ?? []),
  };
}

function layered(before: readonly FactValues[], over: readonly FactValues[]): readonly FactValues[] {
  const longer = before.length > over.length ? before : over;
  return longer.map((_, index) => ({ ...before[index], ...over[index] }));
}

interface Expected {
  readonly on: RuleScope;
  readonly index: number;
  readonly id: string;
  readonly path: FactIssue['path'];
  readonly value: FactValue;
}

function expectations({ household, members, events = [] }: HouseholdFacts): readonly Expected[] {
  const listed = (on: RuleScope, given: FactValues, index: number, path: FactIssue['path']) =>
    Object.entries(given).map(([id, value]) => ({ on, index, id, path: [...path, id], value }));
  return [
    ...listed('household', household, 0, ['household']),
    ...members.flatMap((member, index) => listed('person', member, index, ['members', index])),
    ...events.flatMap((event, index) => listed('event', event, index, ['events', index])),
  ];
}

/** A name that is nobody's is a mismatch too: it would never be wrong. */
function findMismatch({ on, index, id, path, value }: Expected, { rules, values }: Determined) {
  const isThere = rules.catalogue.entries.get(id)?.on === on;
  const found = isThere ? readValue(rules, values, id, index) : null;
  return isThere && found === value ? [] : [{ path, expected: value, found }];
}
