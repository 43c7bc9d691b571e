import type { DecisionTable } from '../../decision-table/decision-table.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import type { At } from './at.ts';
import type { Condition, Teller } from './teller.ts';

/** The place of the row of a decision table that decides; null when that is not known, or none fits. */
export type FindRow = (at: At) => number | null;

/** Undefined for a sum of rows: there is not one. The expression is the table's own: one `if` for each row. */
export function rowThatFits(table: DecisionTable, expression: Expression, teller: Teller): FindRow | undefined {
  if (table.hitPolicy === 'C+') return undefined;
  const { conditions, last } = rowsOf(table, expression, teller);
  return (at) => {
    for (let index = 0; index < conditions.length; index += 1) {
      const holds = conditions[index]?.holds(at);
      if (holds !== 0) return holds === 1 ? index : null;
    }
    return last;
  };
}

function rowsOf({ rules, complete }: DecisionTable, expression: Expression, teller: Teller) {
  const conditions: Condition[] = [];
  let node = expression;
  for (const [index, { when }] of rules.entries()) {
    // Of a table without gaps the last row fits wherever no other does; so does one that lets everything pass.
    const fitsAlways = when.every((cell) => cell.trim() === '-') || (complete === true && index === rules.length - 1);
    if (fitsAlways || node.kind !== 'if') return { conditions, last: fitsAlways ? index : null };
    conditions.push(teller.condition(node.condition));
    node = node.otherwise;
  }
  return { conditions, last: null };
}
