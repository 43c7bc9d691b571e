import type { Outcome } from '../../explanation/explanation.ts';
import { outcomeOf } from '../../explanation/three-valued.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { readValue, type Values } from '../facts/values.ts';
import type { ProgrammeDetermination, RuleScope } from '../model/rule-model.ts';

/** What one programme comes to for the household, or for one of its members or events. */
export interface ProgrammeOutcome {
  readonly programme: string;
  readonly on: RuleScope;
  /** Of the member or event; 0 for the household. */
  readonly index: number;
  readonly outcome: Outcome;
  /** In fen; null when there is none, or it is not yet known. */
  readonly amount: number | null;
  /** Programmes granted to the same that cannot be had beside this one: somebody must choose. */
  readonly excludedBy: readonly string[];
}

/** Every programme, from values that have been determined. */
export function programmeOutcomes(rules: CheckedRules, values: Values): readonly ProgrammeOutcome[] {
  const outcomes = rules.determinations.flatMap((one) => outcomesOf(one, rules, values));
  return outcomes.map((outcome) => ({ ...outcome, excludedBy: excludersOf(outcome, outcomes, rules) }));
}

function outcomesOf(
  { programme, eligible, amount }: ProgrammeDetermination,
  rules: CheckedRules,
  values: Values,
): readonly ProgrammeOutcome[] {
  const on = rules.catalogue.entries.get(eligible)?.on ?? 'household';
  const count = on === 'household' ? 1 : values[on].length;
  return Array.from({ length: count }, (_, index) => {
    const holds = readValue(rules, values, eligible, index);
    const given = amount === null ? null : readValue(rules, values, amount, index);
    return {
      programme,
      on,
      index,
      outcome: outcomeOf(typeof holds === 'boolean' ? holds : null),
      amount: typeof given === 'number' ? given : null,
      excludedBy: [],
    };
  });
}

/** What a member has stands against what the household has, but not against what another member has. */
function excludersOf(
  { programme, on, index, outcome }: ProgrammeOutcome,
  outcomes: readonly ProgrammeOutcome[],
  { determinations }: CheckedRules,
): readonly string[] {
  if (outcome !== 'yes') return [];
  const excludes = determinations.find((one) => one.programme === programme)?.excludes ?? [];
  const rivals = outcomes.filter(
    (other) =>
      other.outcome === 'yes' &&
      excludes.includes(other.programme) &&
      (on === 'household' || other.on === 'household' || (other.on === on && other.index === index)),
  );
  return [...new Set(rivals.map((rival) => rival.programme))];
}
