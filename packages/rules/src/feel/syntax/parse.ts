import { parser, trackVariables } from 'lezer-feel';
import { LIMITS } from '../limits.ts';
import { refusal } from '../problem.ts';
import type { Expression, UnaryTests } from './ast.ts';
import { checkNames } from './check-names.ts';
import { convertNode } from './convert.ts';
import { type NameShape, trackedNames } from './names.ts';
import { childAt, childrenOf, convert, findChild, type Node, type Reader, syntaxError } from './tree.ts';

/** The expression as our own tree, or a refusal: every part of it is known to the interpreter. */
export function parseExpression(source: string, names: NameShape): Expression {
  const top = parseTree(source, names, 'Expression');
  const reader: Reader = { source, depth: 0, convert: convertNode };
  const expression = convert(childAt(childrenOf(top), 0, reader, top), reader);
  checkNames(expression, names, { hasInput: false });
  return expression;
}

export function parseUnaryTests(source: string, names: NameShape): UnaryTests {
  const top = parseTree(source, names, 'UnaryTests');
  const reader: Reader = { source, depth: 0, convert: convertNode };
  if (findChild(top, 'Wildcard')) return { kind: 'any' };
  const list = findChild(top, 'PositiveUnaryTests');
  if (!list) throw syntaxError(top, reader);
  const tests = childrenOf(list).map((test) => convert(test, reader));
  for (const test of tests) checkNames(test, names, { hasInput: true });
  return { kind: 'tests', isNegated: findChild(top, 'not') !== undefined, tests };
}

/** Stops at the first error: what a tolerant parser makes of wrong text would be a guess. */
function parseTree(source: string, names: NameShape, top: 'Expression' | 'UnaryTests'): Node {
  if (source.length > LIMITS.expressionLength) throw refusal('TOO_LONG', LIMITS.expressionLength);
  if (!source.isWellFormed()) throw refusal('SYNTAX', 'UTF-16');
  const tracker = trackVariables(trackedNames(names));
  try {
    return parser.configure({ top, strict: true, contextTracker: tracker }).parse(source).topNode;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = Number(/ at (\d+)$/.exec(error.message)?.[1] ?? 0);
    throw refusal('SYNTAX', source.slice(offset, offset + 20) || '∎', offset);
  }
}
