import type { Expression } from '../../feel/syntax/ast.ts';
import type { Catalogue, Entry } from '../check/catalogue.ts';
import type { CheckedVariable } from '../check/check-rules.ts';
import type { Term } from '../check/term.ts';
import { findStored } from '../check/values.ts';
import { constant } from '../core/build.ts';
import type { Group } from '../core/core.ts';
import type { Cursors } from './at.ts';
import { type CheckedParts, checkParts } from './checked-parts.ts';
import { conditionOf } from './conditions.ts';
import type { Labels } from './labels.ts';
import { plainExpression } from './plain-conditions.ts';
import { type FindRow, rowThatFits } from './row-that-fits.ts';
import { tellFigure } from './tell-figure.ts';
import type { Condition, Tell, Teller } from './teller.ts';
import type { PlanOf } from './telling-plan.ts';

/** How a rule is told: by a condition that holds or not, or as a figure. Made once, for every household. */
export interface ReadyRule {
  readonly condition: Condition | null;
  readonly figure: Tell | null;
  /** Of a decision table. */
  readonly row: FindRow | undefined;
}

/** Undefined on a day that has no version of the rule. */
export function findReadyRule(
  { entry, expression, version }: CheckedVariable,
  catalogue: Catalogue,
  labels: Labels,
  planOf: PlanOf,
): ReadyRule | undefined {
  if (!expression) return undefined;
  const plain = plainExpression(expression);
  const cursors: Cursors = new Map();
  const nextLoop = () => {
    const loop = cursors.size + 1;
    cursors.set(loop, { element: new Float64Array(0), row: 0, who: undefined });
    return loop;
  };
  const itself: Expression = { kind: 'name', name: entry.id, from: 0, to: 0 };
  const unit = unitOf(entry);
  const parts: CheckedParts = new Map([
    ...checkParts(plain, entry.on, catalogue, nextLoop),
    ...(unit ? [[itself, unit] as const] : []),
  ]);
  const groups = new Map<number, Group>();
  for (const term of parts.values()) if (term.kind === 'entities') groups.set(term.loop, term.over);
  const teller: Teller = {
    id: entry.id,
    scope: entry.on,
    catalogue,
    parts,
    cursors,
    groups,
    labels,
    planOf,
    figure: (node: Expression, beside?: Expression) => tellFigure(node, beside, teller),
    condition: (node: Expression) => conditionOf(node, teller),
  };
  const row = version?.table && rowThatFits(version.table, plain, teller);
  if (entry.unit === 'flag') return { condition: conditionOf(plain, teller), figure: null, row };
  return { condition: null, figure: tellFigure(plain, itself, teller), row };
}

/** Beside the rule itself a bare zero is told in its unit. */
function unitOf(entry: Entry): Term | undefined {
  const stored = findStored(entry, constant(0));
  return stored?.kind === 'number' ? stored : undefined;
}
