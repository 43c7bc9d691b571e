import { checkExpression } from '../determination/check/check-expression.ts';
import { flagCore } from '../determination/check/check-operators.ts';
import type { Environment } from '../determination/check/environment.ts';
import type { ValueTerm } from '../determination/check/term.ts';
import { valueTerm, wholeTerm } from '../determination/check/values.ts';
import { refusedAt } from '../determination/model/rule-refusal.ts';
import { refusal } from '../feel/problem.ts';
import type { Expression } from '../feel/syntax/ast.ts';
import { casesOf, type InputCases } from './input-cases.ts';
import type { ReadTable } from './read-table.ts';

/** Every input of a table with what its cells tell apart. */
export function columnsOf({ inputs, rules }: ReadTable, env: Environment): readonly InputCases[] {
  return inputs.map((input, column) =>
    refusedAt(input.from, () => {
      const conditions = rules.map((rule) => rule.conditions[column] ?? null);
      const term = inputTerm(input, env);
      if (term.kind === 'flag') refuseAsked(rules.map((rule) => rule.asked[column]));
      return casesOf(
        term,
        conditions.map((one) => one && flagCore(checkExpression(one, env))),
        env.catalogue,
      );
    }),
  );
}

/** Engines differ on whether a `?` that is false lets an input pass that is false too. */
function refuseAsked(asked: readonly (number | undefined)[]): void {
  const at = asked.find((offset) => offset !== undefined);
  if (at !== undefined) throw refusal('UNDECIDED', '? in a column of yes or no', at);
}

/** A quotient must be rounded before cells can tell its values apart. */
function inputTerm(input: Expression, env: Environment): ValueTerm {
  const term = valueTerm(checkExpression(input, env));
  return term.kind === 'number' ? wholeTerm(term) : term;
}
