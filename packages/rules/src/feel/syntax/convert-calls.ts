import { refusal } from '../problem.ts';
import type { Expression, Given, Parameter } from './ast.ts';
import { readTemporal } from './literals.ts';
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
} from './tree.ts';

/** @"…", or date(…), time(…), date and time(…), duration(…), which the grammar takes for literals. */
export function convertConstructor(node: Node, reader: Reader): Expression {
  const literal = findChild(node, 'AtLiteral');
  if (literal) {
    const text = findChild(literal, 'StringLiteral');
    if (!text) throw syntaxError(node, reader);
    return { ...placed(node), kind: 'literal', value: readTemporal(text, reader) };
  }
  return convertCall(node, reader);
}

export function convertCall(node: Node, reader: Reader): Expression {
  const callee = childAt(childrenOf(node), 0, reader, node);
  return { ...placed(node), kind: 'call', callee: convertCallee(callee, reader), given: givenOf(node, reader) };
}

function convertCallee(node: Node, reader: Reader): Expression {
  const isBuiltin = node.name === 'DateTimeConstructor' || node.name === 'SpecialFunctionName';
  return isBuiltin ? { ...placed(node), kind: 'name', name: nameText(node, reader) } : convert(node, reader);
}

function givenOf(node: Node, reader: Reader): Given {
  const named = findChild(node, 'NamedParameters');
  if (named) return { kind: 'named', values: namedValues(named, reader) };
  const list = findChild(node, 'PositionalParameters');
  if (!list) throw syntaxError(node, reader);
  return { kind: 'positional', values: childrenOf(list).map((one) => convert(one, reader)) };
}

function namedValues(node: Node, reader: Reader): ReadonlyMap<string, Expression> {
  const values = new Map<string, Expression>();
  for (const parameter of childrenOf(node)) {
    const [nameNode, value] = childrenOf(parameter);
    if (!nameNode || !value) throw syntaxError(parameter, reader);
    const name = parameterName(nameNode, reader);
    if (values.has(name)) throw refusal('TWICE', name, parameter.from);
    values.set(name, convert(value, reader));
  }
  return values;
}

export function convertFunction(node: Node, reader: Reader): Expression {
  const formal = findChild(node, 'FormalParameters');
  const body = findChild(node, 'FunctionBody');
  if (!formal || !body) throw syntaxError(node, reader);
  const parameters = childrenOf(formal).map((one) => parameterOf(one, reader));
  const names = parameters.map(({ name }) => name);
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled !== undefined) throw refusal('TWICE', doubled, formal.from);
  return { ...placed(node), kind: 'function', parameters, body: convert(body, reader) };
}

function parameterOf(node: Node, reader: Reader): Parameter {
  const [nameNode, type] = childrenOf(node);
  if (!nameNode) throw syntaxError(node, reader);
  const name = parameterName(nameNode, reader);
  return type ? { name, type: readType(type, reader) } : { name };
}

/** ParameterName holds one Name. */
function parameterName(node: Node, reader: Reader): string {
  return nameText(childAt(childrenOf(node), 0, reader, node), reader);
}
