import { FeelRefusal, refusal } from '../feel/problem.ts';
import type { Expression, UnaryTests } from '../feel/syntax/ast.ts';
import type { NameShape } from '../feel/syntax/names.ts';
import { parseExpression, parseUnaryTests } from '../feel/syntax/parse.ts';
import { mentionsInput } from '../feel/syntax/parts.ts';
import { withParts } from '../feel/syntax/with-parts.ts';
import { type Cell, cellsOf } from './cells.ts';
import { withColumnUnit } from './column-units.ts';
import { conditionOf } from './condition.ts';
import type { DecisionTable } from './decision-table.ts';

/** A table whose cells have been read; every part knows its place among all cells. */
export interface ReadTable {
  readonly table: DecisionTable;
  readonly inputs: readonly Expression[];
  readonly rules: readonly ReadRule[];
  readonly otherwise: Expression | null;
}

export interface ReadRule {
  /** Null where the cell lets everything pass. */
  readonly conditions: readonly (Expression | null)[];
  /** Where a test with `?` begins in the cell. */
  readonly asked: readonly (number | undefined)[];
  readonly result: Expression;
}

/** Throws the refusal of the first cell that cannot be read. Its shape must have been checked. */
export function readTable(table: DecisionTable, names: NameShape): ReadTable {
  const cells = cellsOf(table);
  const read = (cell: Cell) => readCell(cell, () => moved(parseExpression(cell.text, names), cell.start));
  const outcome = (cell: Cell) => withColumnUnit(read(cell));
  const inputs = cells.inputs.map(read);
  return {
    table,
    inputs,
    rules: cells.rules.map(({ when, result }) => {
      const tests = when.map((cell) => readTests(cell, names));
      return {
        conditions: inputs.map((input, column) => {
          const cell = tests[column];
          return cell ? conditionOf(cell, input) : null;
        }),
        asked: tests.map(askedAt),
        result: outcome(result),
      };
    }),
    otherwise: cells.otherwise && outcome(cells.otherwise),
  };
}

function readTests(cell: Cell, names: NameShape): UnaryTests {
  return readCell(cell, () => {
    const tests = parseUnaryTests(cell.text, names);
    return tests.kind === 'any' ? tests : { ...tests, tests: tests.tests.map((test) => moved(test, cell.start)) };
  });
}

function askedAt(cell: UnaryTests): number | undefined {
  return cell.kind === 'any' ? undefined : cell.tests.find(mentionsInput)?.from;
}

function readCell<T>({ start }: Cell, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FeelRefusal)) throw error;
    throw refusal(error.code, error.detail, start + (error.offset ?? 0));
  }
}

function moved(node: Expression, by: number): Expression {
  return { ...withParts(node, (part) => moved(part, by)), from: node.from + by, to: node.to + by };
}
