import { allow, type Decision } from '../decision.ts';
import { condition, fact, figureOf } from '../explanation/build-explanation.ts';
import type { Explanation, Outcome, Provenance } from '../explanation/explanation.ts';
import { anyHolds, outcomeOf } from '../explanation/three-valued.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { resolveTable } from '../policy/read-parameter.ts';
import type { Resolved } from '../policy/resolve-parameter.ts';
import type { Cell, Row } from '../policy/unit.ts';
import { URGENCY_LABELS } from './labels.ts';
import { refuseUnknown } from './refusal.ts';

export const URGENCY_CLASSES = ['lifeThreatening', 'urgent', 'ordinary'] as const;
export type UrgencyClass = (typeof URGENCY_CLASSES)[number];

/** A fact about the report, with where it came from; a question without an entry is not yet known. */
export interface UrgencyFact {
  readonly value: boolean | string;
  readonly provenance: Provenance;
}
/** By question id, such as `noFoodOrShelter`. */
export type UrgencyFacts = Readonly<Record<string, UrgencyFact | undefined>>;

export interface UrgencyFigures {
  /** Highest class that is certain. */
  readonly established: UrgencyClass;
  /** Highest class the unknown facts could still make it. */
  readonly possible: UrgencyClass;
  /** Conditions that decided the established class. */
  readonly decidedBy: readonly string[];
  /** Questions that could still raise the class, those for the highest class first. */
  readonly unknownFacts: readonly string[];
}

/** Conditions stand in `urgentRelief.urgencyConditions`; the highest class with a condition that holds wins. */
export function classifyUrgency(facts: UrgencyFacts, policy: PolicyOn): Decision<UrgencyFigures, 'POLICY_UNKNOWN'> {
  const table = resolveTable(policy, 'urgentRelief.urgencyConditions');
  if (!table.known) return refuseUnknown(table);
  const life = judge('lifeThreatening', facts, table);
  const urgent = judge('urgent', facts, table);
  const established = establishedClass(life.outcome, urgent.outcome);
  const open = openQuestions(established, life, urgent);
  const figures: UrgencyFigures = {
    established,
    possible: possibleClass(established, life.outcome, urgent.outcome),
    decidedBy: [life, urgent].find((one) => one.urgencyClass === established)?.holding ?? [],
    unknownFacts: [...new Set(open)],
  };
  return allow(figures, explain(figures, [life.node, urgent.node]));
}

interface Judged {
  readonly urgencyClass: UrgencyClass;
  readonly outcome: Outcome;
  readonly holding: readonly string[];
  readonly open: readonly string[];
  readonly node: Explanation;
}

function judge(
  urgencyClass: 'lifeThreatening' | 'urgent',
  facts: UrgencyFacts,
  table: Resolved<readonly Row[]>,
): Judged {
  const rows = table.value.filter((row) => row['class'] === urgencyClass);
  const judged = rows.map((row) => ({ row, outcome: outcomeOfRow(row, facts) }));
  const outcome = anyHolds(judged.map((one) => one.outcome));
  const nodes = judged.map((one) => rowNode(one.row, one.outcome, facts, table));
  return {
    urgencyClass,
    outcome,
    holding: judged.filter((one) => one.outcome === 'yes').map((one) => textOf(one.row['id'])),
    open: judged.filter((one) => one.outcome === 'unknown').map((one) => textOf(one.row['question'])),
    node: condition(`urgency.${urgencyClass}`, URGENCY_LABELS[urgencyClass], outcome, nodes),
  };
}

/** `equals` is "yes" or "no" for a flag, otherwise an option of the question. */
function outcomeOfRow(row: Row, facts: UrgencyFacts): Outcome {
  const known = facts[textOf(row['question'])];
  if (!known) return 'unknown';
  const answer = typeof known.value === 'boolean' ? yesOrNo(known.value) : known.value;
  return outcomeOf(answer === row['equals']);
}

function rowNode(row: Row, outcome: Outcome, facts: UrgencyFacts, table: Resolved<readonly Row[]>): Explanation {
  const label = { zh: textOf(row['labelZh']), en: textOf(row['labelEn']) };
  const id = textOf(row['question']);
  const known = facts[id];
  const unit = typeof known?.value === 'string' ? 'text' : 'flag';
  const answered = known ? [fact({ id, label, value: known.value, unit, provenance: known.provenance })] : [];
  const { source } = figureOf(table, { id, label, value: null, unit: 'text' });
  return { ...condition(`urgency.${textOf(row['id'])}`, label, outcome, answered), source };
}

function establishedClass(life: Outcome, urgent: Outcome): UrgencyClass {
  if (life === 'yes') return 'lifeThreatening';
  return urgent === 'yes' ? 'urgent' : 'ordinary';
}

function possibleClass(established: UrgencyClass, life: Outcome, urgent: Outcome): UrgencyClass {
  if (life !== 'no') return 'lifeThreatening';
  if (established === 'urgent' || urgent === 'unknown') return 'urgent';
  return established;
}

function openQuestions(established: UrgencyClass, life: Judged, urgent: Judged): readonly string[] {
  if (established === 'lifeThreatening') return [];
  return established === 'urgent' ? life.open : [...life.open, ...urgent.open];
}

/** "Ordinary" is certain only when nothing unknown can raise it. */
function explain({ established, possible }: UrgencyFigures, nodes: readonly Explanation[]): Explanation {
  const certain = established !== 'ordinary' || possible === 'ordinary';
  return condition(`urgency.is.${established}`, URGENCY_LABELS[established], certain ? 'yes' : 'unknown', nodes);
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}
