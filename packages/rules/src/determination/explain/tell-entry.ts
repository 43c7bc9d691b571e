import type { Explanation, Provenance } from '../../explanation/explanation.ts';
import type { Formula, Who } from '../../explanation/formula.ts';
import type { Entry } from '../check/catalogue.ts';
import { type At, type Household, ownValues } from './at.ts';
import { type EntryPlan, mannerOf } from './entry-plan.ts';
import type { ReadyRule } from './make-teller.ts';
import type { Cell } from './teller.ts';

/** The explanation of a fact or variable, unless it was told. */
export function addEntry(plan: EntryPlan, who: Who | undefined, at: At): void {
  if (!at.told.entry(plan.entry, who)) at.into.push(entryOf(plan, who, at));
}

/** Of a condition that is a fact or variable: told every time, but why only once. */
export function flagOf(plan: EntryPlan, who: Who | undefined, at: At, expected?: boolean): Explanation {
  return at.told.entry(plan.entry, who) ? bareOf(plan, who, at, expected) : entryOf(plan, who, at, expected);
}

/** A figure of the policy, unless it was told. */
export function addParameter(id: string, { told, figures, into }: At): void {
  if (!told.figure(id)) into.push(figures.parameter(id));
}

/** As the parameter, with the value and the row. */
export function addCell(cell: Cell, { told, figures, into }: At): void {
  const key = `${cell.table}.${cell.column} ${JSON.stringify(cell.value)}`;
  if (!told.figure(key)) into.push(figures.cell(cell));
}

/** With what it rests on. */
export function entryOf(plan: EntryPlan, who: Who | undefined, at: At, expected?: boolean): Explanation {
  const isLast = at.depth >= at.deepest || (at.isSearch && !plan.meetsTable());
  const rule = isLast ? undefined : plan.findRule();
  return rule ? ruleOf(plan, rule, who, at, expected) : bareOf(plan, who, at, expected);
}

export function bareOf(plan: EntryPlan, who: Who | undefined, { household }: At, expected?: boolean): Explanation {
  const { entry } = plan;
  const provenance = household.provenanceOf && entry.isFact ? provenanceOf(entry, who, household) : 'stated';
  return plan.bare(valueIn(entry, who, household), who, mannerOf(provenance, expected));
}

export function valueIn(entry: Entry, who: Who | undefined, { values }: Household): number {
  return ownValues(entry, who, values)[entry.slot] ?? Number.NaN;
}

function provenanceOf({ id, on }: Entry, who: Who | undefined, { provenanceOf: given }: Household): Provenance {
  return given?.({ id, on, index: who?.index ?? 0 }) ?? 'stated';
}

function ruleOf(plan: EntryPlan, rule: ReadyRule, who: Who | undefined, at: At, expected?: boolean): Explanation {
  const { household } = at;
  const { values, row } = household;
  const children: Explanation[] = [];
  const frame = { values, row, self: ownValues(plan.entry, who, values) };
  const own: At = { ...at, frame, own: who, depth: at.depth + 1, into: children };
  const bare = bareOf(plan, who, at);
  const tableRow = rule.row ? plan.tableRow(rule.row(own) ?? NO_ROW) : undefined;
  let formula: Formula | undefined;
  if (rule.condition) rule.condition.reasons(own, children);
  else formula = rule.figure?.(own);
  const named = tableRow ? { ...bare, tableRow } : bare;
  const told = formula ? { ...named, formula, children } : { ...named, children };
  return expected === undefined ? told : { ...told, expected };
}

const NO_ROW = -1;
