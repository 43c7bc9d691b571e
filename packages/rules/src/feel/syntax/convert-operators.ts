import { refusal } from '../problem.ts';
import { ARITHMETIC_OPERATORS, COMPARISON_OPERATORS, type ComparisonOperator, type Expression } from './ast.ts';
import {
  childAt,
  childrenOf,
  convert,
  findChild,
  type Node,
  placed,
  type Reader,
  syntaxError,
  textAt,
} from './tree.ts';

export function convertArithmetic(node: Node, reader: Reader): Expression {
  const children = childrenOf(node);
  if (children.length === 2) return convertSigned(node, children, reader);
  const written = textAt(childAt(children, 1, reader, node), reader);
  const operator = ARITHMETIC_OPERATORS.find((known) => known === written);
  if (!operator) throw refusal('OUTSIDE_SUBSET', written, node.from);
  const left = convert(childAt(children, 0, reader, node), reader);
  const right = convert(childAt(children, 2, reader, node), reader);
  return { ...placed(node), kind: 'arithmetic', operator, left, right };
}

function convertSigned(node: Node, children: readonly Node[], reader: Reader): Expression {
  const sign = childAt(children, 0, reader, node);
  if (textAt(sign, reader) !== '-') throw refusal('OUTSIDE_SUBSET', textAt(sign, reader), node.from);
  return { ...placed(node), kind: 'negation', operand: convert(childAt(children, 1, reader, node), reader) };
}

/** Comparison holds four forms: a < b, between, in one test, in (several tests). */
export function convertComparison(node: Node, reader: Reader): Expression {
  const children = childrenOf(node);
  const first = childAt(children, 0, reader, node);
  const word = childAt(children, 1, reader, node);
  for (const child of [first, ...children.slice(2)]) refuseChain(child, reader);
  const left = convert(first, reader);
  const at = (index: number) => convert(childAt(children, index, reader, node), reader);
  switch (word.name) {
    case 'between':
      return { ...placed(node), kind: 'between', value: left, low: at(2), high: at(4) };
    case 'in':
      return { ...placed(node), kind: 'in', value: left, tests: testsOf(node, children, reader) };
    default:
      return { ...placed(node), kind: 'comparison', operator: operatorAt(word, reader), left, right: at(2) };
  }
}

/** The grammar reads a = b = c from the left; people mean other things by it. */
function refuseChain(operand: Node, reader: Reader): void {
  const inner = operand.name === 'PositiveUnaryTest' ? operand.firstChild : operand;
  const isTest = operand.name === 'SimplePositiveUnaryTest' && !findChild(operand, 'Interval');
  if (inner?.name === 'Comparison' || isTest) throw refusal('CHAINED', textAt(operand, reader), operand.from);
}

function testsOf(node: Node, children: readonly Node[], reader: Reader): readonly Expression[] {
  const list = findChild(node, 'PositiveUnaryTests');
  if (!list) refuseGreedy(childAt(children, 2, reader, node), reader);
  const tests = list ? childrenOf(list) : [childAt(children, 2, reader, node)];
  return tests.map((test) => convert(test, reader));
}

/** `a in b and c` is read as a in (b and c); people mean (a in b) and c. */
function refuseGreedy(test: Node, reader: Reader): void {
  const inner = test.name === 'PositiveUnaryTest' ? test.firstChild : test;
  if (inner?.name === 'Conjunction' || inner?.name === 'Disjunction') {
    throw refusal('CHAINED', textAt(test, reader), test.from);
  }
}

function operatorAt(node: Node, reader: Reader): ComparisonOperator {
  const written = textAt(node, reader);
  const operator = COMPARISON_OPERATORS.find((known) => known === written);
  if (!operator) throw syntaxError(node, reader);
  return operator;
}

/** <5, >= a, [1..3] as they stand in tests, lists and parentheses. */
export function convertSimpleTest(node: Node, reader: Reader): Expression {
  const children = childrenOf(node);
  const first = childAt(children, 0, reader, node);
  if (first.name === 'Interval') return convert(first, reader);
  const operator = operatorAt(first, reader);
  const end = convertEnd(childAt(children, 1, reader, node), reader);
  switch (operator) {
    case '=':
    case '!=':
      return { ...placed(node), kind: 'range', operator, start: end, startIncluded: true, end, endIncluded: true };
    case '<':
    case '<=':
      return { ...placed(node), kind: 'range', operator, startIncluded: false, end, endIncluded: operator === '<=' };
    case '>':
    case '>=':
      return {
        ...placed(node),
        kind: 'range',
        operator,
        start: end,
        startIncluded: operator === '>=',
        endIncluded: false,
      };
  }
}

export function convertInterval(node: Node, reader: Reader): Expression {
  const children = childrenOf(node);
  const opening = textAt(childAt(children, 0, reader, node), reader);
  const closing = textAt(childAt(children, 4, reader, node), reader);
  return {
    ...placed(node),
    kind: 'range',
    operator: '..',
    start: convertEnd(childAt(children, 1, reader, node), reader),
    startIncluded: opening === '[',
    end: convertEnd(childAt(children, 3, reader, node), reader),
    endIncluded: closing === ']',
  };
}

const NO_ENDS = [
  'Conjunction',
  'Disjunction',
  'Comparison',
  'SimplePositiveUnaryTest',
  'IfExpression',
  'ForExpression',
  'QuantifiedExpression',
  'FunctionDefinition',
];

/** `> 1 and < 3` would be read as greater than (1 and < 3). */
function convertEnd(node: Node, reader: Reader): Expression {
  if (NO_ENDS.includes(node.name)) throw refusal('CHAINED', textAt(node, reader), node.from);
  return convert(node, reader);
}
