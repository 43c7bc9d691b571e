import type {
  Determined,
  FactIssue,
  FactPlace,
  FactValues,
  HouseholdFacts,
  PolicyOn,
  Provenance,
  Rulebook,
} from '@yimen/rules';

/** A household determined by what it told and, for what nobody can have told yet, by what the asking itself says. */
export interface Screened {
  readonly determined: Determined;
  /** By what was told alone. */
  readonly told: Determined;
  readonly assumed: readonly FactPlace[];
  readonly provenanceOf: (place: FactPlace) => Provenance;
}

export type ScreenedOrIssues =
  | { readonly ok: true; readonly screened: Screened }
  | { readonly ok: false; readonly issues: readonly FactIssue[] };

/**
 * Whoever asks what there is to be had has mostly not applied yet, and asks as if they did on that day. What was told
 * counts before that; a case assumes nothing, its register knows the day.
 */
export function determineScreening(rulebook: Rulebook, policy: PolicyOn, facts: HouseholdFacts): ScreenedOrIssues {
  const told = rulebook.determine(policy, facts);
  if (!told.ok) return told;
  const more = assumptions(told.determined);
  const assumed = Object.keys(more).map((id): FactPlace => ({ on: 'household', index: 0, id }));
  const all = { ...facts, household: { ...facts.household, ...more } };
  const result = assumed.length === 0 ? told : rulebook.determine(policy, all);
  if (!result.ok) return result;
  const provenanceOf = ({ on, id }: FactPlace) => (on === 'household' && id in more ? 'assumed' : 'stated');
  return { ok: true, screened: { determined: result.determined, told: told.determined, assumed, provenanceOf } };
}

/** Nothing where the place does not ask for it. */
function assumptions({ policy, rules, facts }: Determined): FactValues {
  const entry = rules.catalogue.entries.get(APPLIED_ON);
  const isAsked = entry?.isFact === true && entry.on === 'household' && entry.unit === 'date';
  return isAsked && (facts.household[APPLIED_ON] ?? null) === null ? { [APPLIED_ON]: policy.on } : {};
}

const APPLIED_ON = 'appliedOn';
