import { allow, type Decision, refuse } from '../decision.ts';
import type { CheckedRules } from '../determination/check/check-rules.ts';
import { explainValue } from '../determination/explain/explain-programmes.ts';
import { readValue } from '../determination/facts/values.ts';
import type { Determined } from '../determination/place/rulebook.ts';
import { condition } from '../explanation/build-explanation.ts';
import type { Explanation, Outcome, Provenance } from '../explanation/explanation.ts';
import { outcomeOf } from '../explanation/three-valued.ts';
import { URGENCY_LABELS } from './labels.ts';

export const URGENCY_CLASSES = ['lifeThreatening', 'urgent', 'ordinary'] as const;
export type UrgencyClass = (typeof URGENCY_CLASSES)[number];

/** What the rules of a place call each class that is not ordinary, the highest first; both are of an event. */
const RULES = [
  { urgencyClass: 'lifeThreatening', rule: 'isLifeThreatening' },
  { urgencyClass: 'urgent', rule: 'isUrgentNow' },
] as const;

export interface UrgencyFigures {
  /** Highest class that is certain. */
  readonly established: UrgencyClass;
  /** Highest class the unknown facts could still make it. */
  readonly possible: UrgencyClass;
  /** Questions that could still raise the class, those for the highest class first. */
  readonly unknownFacts: readonly string[];
}

export interface UrgencyQuestion {
  readonly id: string;
  /** The highest class it can make it. */
  readonly raises: UrgencyClass;
}

/** The facts about an event that the class depends on, those for the highest class first. */
export function urgencyQuestions(rules: CheckedRules): readonly UrgencyQuestion[] {
  const found = new Map<string, UrgencyQuestion>();
  for (const { urgencyClass, rule } of RULES) {
    for (const id of factsOf(rule, rules)) {
      if (!found.has(id)) found.set(id, { id, raises: urgencyClass });
    }
  }
  return [...found.values()];
}

/** The highest class whose rule holds for the first event, and why; everything the officer said comes from there. */
export function classifyUrgency(determined: Determined): Decision<UrgencyFigures, 'POLICY_UNKNOWN'> {
  const { rules, policy } = determined;
  const missing = RULES.find(({ rule }) => !versionOf(rule, rules));
  if (missing) {
    const label = URGENCY_LABELS[missing.urgencyClass];
    const facts = { parameter: missing.rule, label: label.zh, on: policy.on };
    return refuse('POLICY_UNKNOWN', facts, condition(missing.rule, label, 'unknown'));
  }
  const judged = RULES.map(({ urgencyClass, rule }): Judged => {
    const value = readValue(rules, determined.values, rule, 0);
    const outcome = outcomeOf(typeof value === 'boolean' ? value : null);
    return { urgencyClass, outcome, open: outcome === 'unknown' ? openIn(rule, determined) : [] };
  });
  const established = judged.find(({ outcome }) => outcome === 'yes')?.urgencyClass ?? 'ordinary';
  const possible = judged.find(({ outcome }) => outcome !== 'no')?.urgencyClass ?? 'ordinary';
  const above = judged.slice(0, URGENCY_CLASSES.indexOf(established));
  const unknownFacts = [...new Set(above.flatMap(({ open }) => open))];
  return allow({ established, possible, unknownFacts }, explain(established, possible, determined));
}

interface Judged {
  readonly urgencyClass: UrgencyClass;
  readonly outcome: Outcome;
  readonly open: readonly string[];
}

/** "Ordinary" is certain only when nothing unknown can raise it. */
function explain(established: UrgencyClass, possible: UrgencyClass, determined: Determined): Explanation {
  const certain = established !== 'ordinary' || possible === 'ordinary';
  // A class below the one established decides nothing any more.
  const deciding = RULES.slice(0, URGENCY_CLASSES.indexOf(established) + 1);
  const reasons = deciding.map(({ rule }) => plain(explainValue(determined, rule, { provenanceOf: toldByOfficer })));
  return condition(`urgency.is.${established}`, URGENCY_LABELS[established], certain ? 'yes' : 'unknown', reasons);
}

function openIn(rule: string, { rules, values }: Determined): readonly string[] {
  return factsOf(rule, rules).filter((id) => readValue(rules, values, id, 0) === null);
}

function factsOf(rule: string, { variables, catalogue }: CheckedRules): readonly string[] {
  const facts = variables.find(({ entry }) => entry.id === rule)?.facts ?? [];
  return [...facts].filter((id) => catalogue.entries.get(id)?.on === 'event');
}

function versionOf(rule: string, { variables }: CheckedRules): object | null {
  return variables.find(({ entry }) => entry.id === rule && entry.on === 'event')?.version ?? null;
}

/** There is one event, so it is not numbered; what is still to be asked stands beside the class. */
function plain({ who: _, missing: __, children, ...rest }: Explanation): Explanation {
  return { ...rest, children: children.map(plain) };
}

function toldByOfficer(): Provenance {
  return 'officer';
}
