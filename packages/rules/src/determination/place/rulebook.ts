import type { PlainDate } from '../../calendar/plain-date.ts';
import type { HouseholdFacts } from '../../household-facts.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import { AREAS, type Area } from '../../policy/unit.ts';
import { type CheckedRules, checkRules } from '../check/check-rules.ts';
import { type FactIssue, readFacts } from '../facts/read-facts.ts';
import type { Values } from '../facts/values.ts';
import { instructionsFor } from '../instructions/instructions.ts';
import type { RuleIssue } from '../model/rule-issue.ts';
import type { RuleSet } from '../model/rule-model.ts';
import { regimesOf } from '../model/version-on.ts';
import { type ProgrammeOutcome, programmeOutcomes } from '../outcome/programme-outcomes.ts';
import type { Determine } from '../run/closures.ts';
import { type PolicyRow, policyRow } from '../run/policy-row.ts';
import { keepDetermine } from '../run/ready-determine.ts';
import { AREA_FACT } from './area-fact.ts';
import { ruleSetOf } from './rule-set-of.ts';

/** What a household comes to in one place on one day; explanations and missing facts are worked out from it when asked for. */
export interface Determined {
  readonly policy: PolicyOn;
  readonly rules: CheckedRules;
  readonly row: PolicyRow;
  readonly facts: HouseholdFacts;
  readonly values: Values;
  readonly outcomes: readonly ProgrammeOutcome[];
}

export type DeterminedOrIssues =
  | { readonly ok: true; readonly determined: Determined }
  | { readonly ok: false; readonly issues: readonly FactIssue[] };

/** The rules of every place, made ready once for each stretch of days they stay the same. */
export interface Rulebook {
  /** Throws a RulesRefused when the packs were not checked. */
  rulesOn(policy: PolicyOn): CheckedRules;
  determine(policy: PolicyOn, facts: HouseholdFacts): DeterminedOrIssues;
}

export class RulesRefused extends Error {
  readonly issues: readonly RuleIssue[];

  constructor(issues: readonly RuleIssue[]) {
    super(issues.map(({ id, en }) => `${id}: ${en}`).join('\n'));
    this.issues = issues;
  }
}

/** `compile` is `instructionsFor` where no code may be generated (the browser), or `generatedFor`. */
export function createRulebook(compile: (rules: CheckedRules) => Determine = instructionsFor): Rulebook {
  const sets = new Map<string, { readonly set: RuleSet; readonly regimes: readonly PlainDate[] }>();
  const ready = new Map<string, { readonly rules: CheckedRules; readonly run: Determine }>();
  const rows = new Map<string, PolicyRow>();

  function readyOn(policy: PolicyOn) {
    const place = placeOf(policy);
    const { set, regimes } = remembered(sets, place, () => {
      const made = ruleSetOf(policy.chain);
      return { set: made, regimes: regimesOf(made) };
    });
    const since = regimes.findLast((day) => day <= policy.on) ?? '';
    return remembered(ready, `${place} ${since}`, () => {
      const checked = checkRules(set, policy.on);
      if (!checked.ok) throw new RulesRefused(checked.issues);
      const run = compile(checked.rules);
      keepDetermine(checked.rules, run);
      return { rules: checked.rules, run };
    });
  }

  function determine(policy: PolicyOn, facts: HouseholdFacts): DeterminedOrIssues {
    const { rules, run } = readyOn(policy);
    const read = readFacts(rules, facts, policy.on);
    if (!read.ok) return read;
    const area = areaIn(facts);
    const row = remembered(rows, `${placeOf(policy)} ${policy.on} ${area}`, () => rowOf(rules, policy, area));
    run(read.values, row);
    const outcomes = programmeOutcomes(rules, read.values);
    return { ok: true, determined: { policy, rules, row, facts, values: read.values, outcomes } };
  }

  return { rulesOn: (policy) => readyOn(policy).rules, determine };
}

function placeOf({ version, chain }: PolicyOn): string {
  return `${version} ${chain[0]?.id ?? ''}`;
}

/** Town or village decides which standards count; a household that did not say has neither. */
export function areaIn({ household }: HouseholdFacts): Area | null {
  return AREAS.find((area) => area === household[AREA_FACT]) ?? null;
}

function rowOf(rules: CheckedRules, policy: PolicyOn, area: Area | null): PolicyRow {
  const made = policyRow(rules, policy, area);
  if (!made.ok) throw new RulesRefused(made.issues);
  return made.row;
}

const KEPT = 500;

/** The oldest is dropped: drafts and days come and go. */
function remembered<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, made);
  return made;
}
