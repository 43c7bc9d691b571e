import type { Formula, TotalFormula } from '../../explanation/formula.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import { type At, forEachOf } from './at.ts';
import { always, figureOf, findEntry } from './small-parts.ts';
import { tellEntry } from './tell-named.ts';
import type { Condition, Tell, Teller } from './teller.ts';

/** Over members or events: those that count, each with its figure. */
export function tellTotal(node: Expression, fold: TotalFormula['fold'], teller: Teller): Tell {
  const term = teller.parts.get(node);
  const values = term?.kind === 'values' ? term : undefined;
  const entities = values?.entities ?? (term?.kind === 'entities' ? term : undefined);
  if (!entities) return always(NOBODY);
  const conditions = filtersOf(node, teller);
  const item = values && fold !== 'count' ? tellItem(node, teller) : undefined;
  const { over } = entities;
  const where = together(conditions);
  const rule = { kind: 'total', fold, over, where, item: item?.rule ?? null, parts: null } as const;
  const told = (at: At): Formula => {
    const parts: Formula[] = [];
    forEachOf(at, entities, teller.cursors, (who) => {
      const outcomes = conditions.map(({ holds }) => holds(at));
      // Who does not count is not spoken of; why somebody may count is, while it is not known.
      if (outcomes.includes(0)) return;
      for (const [index, condition] of conditions.entries()) if (outcomes[index] !== 1) condition.reasons(at);
      const figure = item?.told(at) ?? figureOf({ value: 1, unit: 'count', who });
      parts.push(outcomes.every((outcome) => outcome === 1) ? figure : UNDECIDED);
    });
    return { ...rule, parts };
  };
  return { rule, told };
}

const NOBODY = figureOf({ value: 0, unit: 'count' });
const UNDECIDED = figureOf({ unit: 'count' });

/** Of the brackets, one inside the other. */
function filtersOf(node: Expression, teller: Teller): readonly Condition[] {
  if (node.kind === 'path') return filtersOf(node.source, teller);
  if (node.kind !== 'filter') return [];
  return [...filtersOf(node.source, teller), teller.condition(node.condition)];
}

export function together(conditions: readonly Condition[]): Formula | null {
  const [first, ...others] = conditions.map(({ rule }) => rule);
  if (!first) return null;
  return others.length === 0 ? first : { kind: 'combination', operator: 'and', parts: [first, ...others] };
}

/** `members[…].x`: the x of the member the loop is at. */
function tellItem(node: Expression, teller: Teller): Tell | undefined {
  const term = teller.parts.get(node);
  if (term?.kind !== 'values' || term.body.core.op !== 'read') return undefined;
  const { core } = term.body;
  const entry = findEntry(core, teller);
  return entry && tellEntry(entry, core, teller);
}
