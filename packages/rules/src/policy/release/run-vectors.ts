import type { FactIssue } from '../../determination/facts/read-facts.ts';
import { type Rulebook, RulesRefused } from '../../determination/place/rulebook.ts';
import { runVector, type VectorMismatch } from '../../determination/place/run-vector.ts';
import type { Text } from '../../text.ts';
import type { Pack, PolicySet, Vector } from '../pack.ts';
import { chainOf } from '../policy-on.ts';

/** What came of one worked example. */
export interface VectorReport {
  readonly packId: string;
  readonly vectorId: string;
  readonly title: Text;
  readonly on: string;
  readonly ok: boolean;
  readonly mismatches: readonly VectorMismatch[];
  readonly issues: readonly FactIssue[];
}

/** The worked examples of a pack and of every pack that inherits from it: all must come out before a release may be published. */
export function runVectors(set: PolicySet, packId: string, rulebook: Rulebook): readonly VectorReport[] {
  return packsUnder(set, packId).flatMap((pack) => pack.vectors.map((vector) => report(set, pack, vector, rulebook)));
}

/** The pack itself and all that inherit from it. */
export function packsUnder(set: Pick<PolicySet, 'packs'>, packId: string): readonly Pack[] {
  return [...set.packs.values()].filter(({ id }) => chainOf(set, id).some((pack) => pack.id === packId));
}

function report(set: PolicySet, { id }: Pack, vector: Vector, rulebook: Rulebook): VectorReport {
  const about = { packId: id, vectorId: vector.id, title: vector.title, on: vector.on };
  const policy = { chain: chainOf(set, id), on: vector.on, version: set.version };
  try {
    const result = runVector(rulebook, policy, vector);
    return result.ok
      ? { ...about, ok: true, mismatches: [], issues: [] }
      : { ...about, ok: false, mismatches: result.mismatches, issues: result.issues };
  } catch (error) {
    // Rules of another day may be faulty where those of the release are not.
    if (!(error instanceof RulesRefused)) throw error;
    const issues = error.issues.map(({ id: rule, zh, en }) => ({ path: [rule], zh, en }));
    return { ...about, ok: false, mismatches: [], issues };
  }
}
