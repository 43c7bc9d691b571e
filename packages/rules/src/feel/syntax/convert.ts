import { LIMITS } from '../limits.ts';
import { refusal } from '../problem.ts';
import type { Expression } from './ast.ts';
import { convertCall, convertConstructor, convertFunction } from './convert-calls.ts';
import { convertFor, convertQuantified } from './convert-iterations.ts';
import { convertArithmetic, convertComparison, convertInterval, convertSimpleTest } from './convert-operators.ts';
import { readNumber, readString } from './literals.ts';
import { readType } from './read-type.ts';
import {
  childAt,
  childrenOf,
  convert,
  findChild,
  type Node,
  nameText,
  placed,
  type Reader,
  syntaxError,
  textAt,
} from './tree.ts';

type Converter = (node: Node, reader: Reader) => Expression;

const CONVERTERS: ReadonlyMap<string, Converter> = new Map<string, Converter>([
  ['NumericLiteral', (node, reader) => ({ ...placed(node), kind: 'literal', value: readNumber(node, reader) })],
  ['StringLiteral', (node, reader) => ({ ...placed(node), kind: 'literal', value: readString(node, reader) })],
  ['BooleanLiteral', (node, reader) => ({ ...placed(node), kind: 'literal', value: textAt(node, reader) === 'true' })],
  ['null', (node) => ({ ...placed(node), kind: 'literal', value: null })],
  ['?', (node) => ({ ...placed(node), kind: 'input' })],
  ['VariableName', convertName],
  ['ParenthesizedExpression', (node, reader) => convertOnly(node, 1, reader)],
  ['PositiveUnaryTest', (node, reader) => convertOnly(node, 0, reader)],
  ['FunctionBody', (node, reader) => convertOnly(node, 0, reader)],
  ['DateTimeLiteral', convertConstructor],
  ['FunctionInvocation', convertCall],
  ['FunctionDefinition', convertFunction],
  ['ArithmeticExpression', convertArithmetic],
  ['Comparison', convertComparison],
  ['Conjunction', convertLogic],
  ['Disjunction', convertLogic],
  ['SimplePositiveUnaryTest', convertSimpleTest],
  ['Interval', convertInterval],
  ['IfExpression', convertIf],
  ['ForExpression', convertFor],
  ['QuantifiedExpression', convertQuantified],
  ['InstanceOfExpression', convertInstanceOf],
  ['PathExpression', convertPath],
  ['FilterExpression', convertFilter],
  ['List', convertList],
  ['Context', convertContext],
]);

/** How many parts a node has; the grammar flattens what is nested too deeply, and no part may go unread. */
const PARTS: ReadonlyMap<string, readonly number[]> = new Map([
  ['ParenthesizedExpression', [3]],
  ['PositiveUnaryTest', [1]],
  ['FunctionBody', [1]],
  ['DateTimeLiteral', [1, 4]],
  ['FunctionInvocation', [4]],
  ['FunctionDefinition', [5]],
  ['ArithmeticExpression', [2, 3]],
  ['Comparison', [3, 5]],
  ['Conjunction', [3]],
  ['Disjunction', [3]],
  ['SimplePositiveUnaryTest', [1, 2]],
  ['Interval', [5]],
  ['IfExpression', [6]],
  ['ForExpression', [4]],
  ['QuantifiedExpression', [4]],
  ['InstanceOfExpression', [4]],
  ['PathExpression', [3]],
  ['FilterExpression', [4]],
]);

/** A node that is not in the table is refused, never skipped. */
export function convertNode(node: Node, reader: Reader): Expression {
  const converter = CONVERTERS.get(node.name);
  if (!converter || findChild(node, 'external')) throw refusal('OUTSIDE_SUBSET', textAt(node, reader), node.from);
  const counts = PARTS.get(node.name);
  if (counts && !counts.includes(childrenOf(node).length)) throw refusal('TOO_DEEP', LIMITS.nesting, node.from);
  return converter(node, reader);
}

function convertOnly(node: Node, index: number, reader: Reader): Expression {
  return convert(childAt(childrenOf(node), index, reader, node), reader);
}

function convertName(node: Node, reader: Reader): Expression {
  if (childrenOf(node).some((child) => child.name !== 'Identifier')) throw syntaxError(node, reader);
  return { ...placed(node), kind: 'name', name: nameText(node, reader) };
}

function convertLogic(node: Node, reader: Reader): Expression {
  const [left, right] = operands(node, [0, 2], reader);
  return { ...placed(node), kind: 'logic', operator: node.name === 'Conjunction' ? 'and' : 'or', left, right };
}

function operands(node: Node, [first, second]: readonly [number, number], reader: Reader) {
  const children = childrenOf(node);
  return [
    convert(childAt(children, first, reader, node), reader),
    convert(childAt(children, second, reader, node), reader),
  ] as const;
}

function convertIf(node: Node, reader: Reader): Expression {
  const [condition, then] = operands(node, [1, 3], reader);
  return { ...placed(node), kind: 'if', condition, then, otherwise: convertOnly(node, 5, reader) };
}

function convertInstanceOf(node: Node, reader: Reader): Expression {
  const children = childrenOf(node);
  const type = readType(childAt(children, 3, reader, node), reader);
  return { ...placed(node), kind: 'instance of', value: convertOnly(node, 0, reader), type };
}

function convertPath(node: Node, reader: Reader): Expression {
  const name = nameText(childAt(childrenOf(node), 2, reader, node), reader);
  return { ...placed(node), kind: 'path', source: convertOnly(node, 0, reader), name };
}

function convertFilter(node: Node, reader: Reader): Expression {
  const [source, condition] = operands(node, [0, 2], reader);
  return { ...placed(node), kind: 'filter', source, condition };
}

function convertList(node: Node, reader: Reader): Expression {
  const items = childrenOf(node).slice(1, -1);
  return { ...placed(node), kind: 'list', items: items.map((item) => convert(item, reader)) };
}

function convertContext(node: Node, reader: Reader): Expression {
  const entries = childrenOf(node)
    .slice(1, -1)
    .map((entry) => {
      const [key, value] = childrenOf(entry);
      const inner = key && childrenOf(key)[0];
      if (!inner || !value) throw syntaxError(entry, reader);
      const name = inner.name === 'StringLiteral' ? readString(inner, reader) : nameText(inner, reader);
      return { ...placed(entry), name, value: convert(value, reader) };
    });
  return { ...placed(node), kind: 'context', entries };
}
