import type { Explanation, Provenance } from '../../explanation/explanation.ts';
import type { Who } from '../../explanation/formula.ts';
import type { Entry } from '../check/catalogue.ts';
import type { Values } from '../facts/values.ts';
import { type At, ownValues } from './at.ts';
import { type EntryPlan, mannerOf } from './entry-plan.ts';
import type { ReadyRule } from './make-teller.ts';
import type { Cell } from './teller.ts';

/** The explanation of a fact or variable, unless it was told. */
export function addEntry(plan: EntryPlan, who: Who | undefined, at: At): void {
  if (!at.told.entry(plan.entry, who)) at.reasons.add(entryOf(plan, who, at));
}

/** Of a condition that is a fact or variable: told every time, but why only once. */
export function flagOf(plan: EntryPlan, who: Who | undefined, at: At, expected?: boolean): Explanation {
  return at.told.entry(plan.entry, who) ? bareOf(plan, who, at, expected) : entryOf(plan, who, at, expected);
}

/** A figure of the policy, unless it was told. */
export function addParameter(id: string, { told, figures, reasons }: At): void {
  if (!told.figure(id)) reasons.add(figures.parameter(id));
}

/** As the parameter, with the value and the row. */
export function addCell(cell: Cell, { told, figures, reasons }: At): void {
  const key = `${cell.table}.${cell.column} ${JSON.stringify(cell.value)}`;
  if (!told.figure(key)) reasons.add(figures.cell(cell));
}

/** With what it rests on. */
export function entryOf(plan: EntryPlan, who: Who | undefined, at: At, expected?: boolean): Explanation {
  const isLast = at.depth >= at.deepest || (at.isSearch && !plan.meetsTable());
  const rule = isLast ? undefined : plan.findRule();
  return rule ? ruleOf(plan, rule, who, at, expected) : bareOf(plan, who, at, expected);
}

export function bareOf(plan: EntryPlan, who: Who | undefined, at: At, expected?: boolean): Explanation {
  const { entry } = plan;
  const provenance = at.provenanceOf && entry.isFact ? provenanceOf(entry, who, at) : 'stated';
  return plan.bare(valueIn(entry, who, at.values), who, mannerOf(provenance, expected));
}

export function valueIn(entry: Entry, who: Who | undefined, values: Values): number {
  return ownValues(entry, who, values)[entry.slot] ?? Number.NaN;
}

function provenanceOf({ id, on }: Entry, who: Who | undefined, { provenanceOf: given }: At): Provenance {
  return given?.({ id, on, index: who?.index ?? 0 }) ?? 'stated';
}

function ruleOf(plan: EntryPlan, rule: ReadyRule, who: Who | undefined, at: At, expected?: boolean): Explanation {
  const { self, own, reasons } = at;
  const mark = reasons.mark();
  at.self = ownValues(plan.entry, who, at.values);
  at.own = who;
  at.depth += 1;
  const tableRow = rule.row && plan.tableRow(rule.row(at) ?? NO_ROW);
  rule.condition?.reasons(at);
  const formula = rule.figure?.told(at);
  const children = reasons.takeFrom(mark);
  at.self = self;
  at.own = own;
  at.depth -= 1;
  const value = valueIn(plan.entry, who, at.values);
  return plan.whole(value, who, mannerOf('stated', expected), { children, formula, tableRow });
}

const NO_ROW = -1;
