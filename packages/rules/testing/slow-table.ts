import type { DecisionTable } from '../src/decision-table/decision-table.ts';
import { startRun } from '../src/feel/interpreter/evaluate.ts';
import { unaryTestsHold } from '../src/feel/interpreter/tests.ts';
import { integer } from '../src/feel/number/feel-number.ts';
import { parseExpression, parseUnaryTests } from '../src/feel/syntax/parse.ts';
import type { Value } from '../src/feel/value.ts';

/** The rules of a table that fit, cell by cell, by the interpreter; no part of the compiler is used. */
export function fittingRules(table: DecisionTable, facts: ReadonlyMap<string, Value>): readonly number[] {
  const run = startRun(undefined);
  const names = new Map([...facts.keys()].map((name) => [name, new Map()]));
  const scope = { names: facts };
  const inputs = table.inputs.map(({ expression }) => run.evaluate(parseExpression(expression, names), scope));
  return table.rules.flatMap(({ when }, row) => {
    const fits = when.every((cell, column) =>
      unaryTestsHold(parseUnaryTests(cell, names), inputs[column] ?? null, scope, run),
    );
    return fits ? [row] : [];
  });
}

/** The result as the hit policy defines it; `conflict` where a policy of one result is broken. */
export function slowTable(table: DecisionTable, facts: ReadonlyMap<string, Value>): Value | 'conflict' {
  const run = startRun(undefined);
  const names = new Map([...facts.keys()].map((name) => [name, new Map()]));
  const resultOf = (text: string) => run.evaluate(parseExpression(text, names), { names: facts });
  const fitting = fittingRules(table, facts);
  const results = fitting.map((row) => resultOf(table.rules[row]?.result ?? 'null'));
  const [first] = results;
  if (first === undefined && table.default !== undefined) return resultOf(table.default);
  if (table.hitPolicy === 'C+') return results.reduce((sum, one) => added(sum, one), integer(0));
  if (first === undefined) return null;
  const isOne = table.hitPolicy === 'F' || results.length === 1;
  const isSame =
    table.hitPolicy === 'A' && results.every((one) => JSON.stringify(shown(one)) === JSON.stringify(shown(first)));
  return isOne || isSame ? first : 'conflict';

  function added(left: Value, right: Value): Value {
    return run.evaluate(
      parseExpression(
        'left + right',
        new Map([
          ['left', new Map()],
          ['right', new Map()],
        ]),
      ),
      {
        names: new Map([
          ['left', left],
          ['right', right],
        ]),
      },
    );
  }
}

function shown(value: Value): unknown {
  return JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one)));
}
