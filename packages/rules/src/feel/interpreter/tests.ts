import { refusal } from '../problem.ts';
import type { Expression, ExpressionOf, UnaryTests } from '../syntax/ast.ts';
import { mentionsInput } from '../syntax/parts.ts';
import { type FeelList, type FeelRange, kindOf, type Value, weightOf } from '../value.ts';
import { compares, isInRange, orderOf } from './comparison.ts';
import { equals } from './equality.ts';
import type { Run, Scope } from './run.ts';
import { scopeOfInput } from './scope.ts';
import { all, any, not, type Truth } from './truth.ts';

export function unaryTestsHold(unary: UnaryTests, input: Value, scope: Scope, run: Run): Truth {
  if (unary.kind === 'any') return true;
  const holds = testsHold(unary.tests, input, scope, run);
  return unary.isNegated ? not(holds) : holds;
}

/** One test that holds is enough. */
export function testsHold(tests: readonly Expression[], input: Value, scope: Scope, run: Run): Truth {
  const inner = scopeOfInput(input, scope);
  return any(tests.map((test) => testHolds(test, input, inner, run)));
}

function testHolds(test: Expression, input: Value, scope: Scope, run: Run): Truth {
  if (test.kind === 'range') return rangeTestHolds(test, input, scope, run);
  const value = run.evaluate(test, scope);
  run.meter.spend(weightOf(value));
  if (mentionsInput(test)) return answered(value, input);
  if (typeof value === 'boolean' && typeof input !== 'boolean') return answeredBeside(test, value, input);
  return isOneOf(input, value);
}

function rangeTestHolds(test: ExpressionOf<'range'>, input: Value, scope: Scope, run: Run): Truth {
  const start = test.start ? run.evaluate(test.start, scope) : null;
  const end = test.end ? run.evaluate(test.end, scope) : null;
  switch (test.operator) {
    case '..':
      return all([
        compares(test.startIncluded ? '>=' : '>', input, start),
        compares(test.endIncluded ? '<=' : '<', input, end),
      ]);
    case '<':
    case '<=':
      return compares(test.operator, input, end);
    default:
      return compares(test.operator, input, start);
  }
}

/** A condition with `?` answers by itself; some engines also take its false as equal to an input that is false. */
function answered(value: Value, input: Value): Truth {
  const isClear = value === true || value === null || (value === false && input !== false);
  if (!isClear) throw refusal('UNDECIDED', 'a test with ? that is no condition');
  return value;
}

/** Without `?`, engines differ on whether a condition that is true counts for an input that is no truth value. */
function answeredBeside(test: Expression, value: boolean, input: Value): Truth {
  if (value || input === null || test.kind === 'literal') {
    throw refusal('UNDECIDED', 'a truth value as test of something else');
  }
  return false;
}

function isOneOf(input: Value, value: Value): Truth {
  switch (kindOf(value)) {
    case 'range':
      return isInRange(input, value as FeelRange);
    case 'list':
      return isInList(input, value as FeelList);
    default:
      return certain(equals(input, value));
  }
}

function isInList(input: Value, list: FeelList): Truth {
  const matches = list.items.map((item) =>
    item !== null && typeof item === 'object' && item.kind === 'range' ? isInRange(input, item) : equals(input, item),
  );
  if (matches.includes(true)) return true;
  if (kindOf(input) === 'list' && equals(input, list) === true) throw refusal('UNDECIDED', 'a list in itself');
  return certain(any(matches));
}

/** Of another kind than everything it is compared with: false for some engines, null for others. */
function certain(truth: Truth): Truth {
  if (truth === null) throw refusal('UNDECIDED', 'in, between values of different kinds');
  return truth;
}

export function rangeOf(node: ExpressionOf<'range'>, scope: Scope, run: Run): FeelRange {
  if (node.operator === '!=' || node.operator === '=') throw refusal('OUTSIDE_SUBSET', `${node.operator} as a range`);
  const start = node.start ? run.evaluate(node.start, scope) : null;
  const end = node.end ? run.evaluate(node.end, scope) : null;
  if ((node.start && start === null) || (node.end && end === null))
    throw refusal('UNDECIDED', 'a range with a null end');
  if (start !== null && end !== null) checkEnds(start, end);
  return { kind: 'range', start, startIncluded: node.startIncluded, end, endIncluded: node.endIncluded };
}

function checkEnds(start: Value, end: Value): void {
  const order = orderOf(start, end);
  if (order === null) throw refusal('UNDECIDED', 'a range between different kinds');
  if (order > 0) throw refusal('UNDECIDED', 'a range that ends before it starts');
}
