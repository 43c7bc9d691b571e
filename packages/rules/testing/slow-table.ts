import type { DecisionTable } from '../src/decision-table/decision-table.ts';
import { startRun } from '../src/feel/interpreter/evaluate.ts';
import { scopeOfNames } from '../src/feel/interpreter/scope.ts';
import { unaryTestsHold } from '../src/feel/interpreter/tests.ts';
import { type FeelNumber, smallInteger } from '../src/feel/number/feel-number.ts';
import { NO_NAMES } from '../src/feel/syntax/names.ts';
import { parseExpression, parseUnaryTests } from '../src/feel/syntax/parse.ts';
import type { Value } from '../src/feel/value.ts';

type Facts = ReadonlyMap<string, Value>;

/** A table by the interpreter, cell by cell, and its hit policy by the book; no part of the compiler is used. */
export function slowTable(table: DecisionTable, facts: readonly string[]) {
  const names = new Map(facts.map((name) => [name, NO_NAMES]));
  const expression = (text: string) => parseExpression(text, names);
  const inputs = table.inputs.map((input) => expression(input.expression));
  const rules = table.rules.map(({ when }) => when.map((cell) => parseUnaryTests(cell, names)));
  const results = table.rules.map(({ result }) => expression(result));
  const otherwise = table.default === undefined ? null : expression(table.default);

  /** The rules that fit. */
  function fitting(given: Facts): readonly number[] {
    const run = startRun(undefined);
    const scope = scopeOfNames(given, given.keys());
    const values = inputs.map((input) => run.evaluate(input, scope));
    const fits = (row: number) =>
      rules[row]?.every((cell, column) => unaryTestsHold(cell, values[column] ?? null, scope, run)) === true;
    return [...rules.keys()].filter(fits);
  }

  /** Of a table of whole numbers; `conflict` where a policy of one result is broken. */
  function answer(given: Facts): number | null | 'conflict' {
    const run = startRun(undefined);
    const scope = scopeOfNames(given, given.keys());
    const wholeOf = (one: (typeof results)[number]) =>
      smallInteger(run.evaluate(one, scope) as FeelNumber, Number.MAX_SAFE_INTEGER) ?? Number.NaN;
    const all = fitting(given)
      .flatMap((row) => results[row] ?? [])
      .map(wholeOf);
    const [first] = all;
    if (first === undefined && otherwise) return wholeOf(otherwise);
    if (table.hitPolicy === 'C+') return all.reduce((sum, one) => sum + one, 0);
    if (first === undefined) return null;
    const isOne = table.hitPolicy === 'F' || all.length === 1;
    return isOne || (table.hitPolicy === 'A' && all.every((one) => one === first)) ? first : 'conflict';
  }

  return { fitting, answer };
}
