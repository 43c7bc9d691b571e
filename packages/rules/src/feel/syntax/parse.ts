import { parser, trackVariables } from 'lezer-feel';
import { LIMITS } from '../limits.ts';
import { refusal } from '../problem.ts';
import type { Expression, UnaryTests } from './ast.ts';
import { checkNames } from './check-names.ts';
import { convertNode } from './convert.ts';
import { isPlain, type NameShape, NO_NAMES, trackedNames } from './names.ts';
import { childAt, childrenOf, convert, findChild, type Node, type Reader, syntaxError } from './tree.ts';

/** The expression as our own tree, or a refusal: every part of it is known to the interpreter. */
export function parseExpression(source: string, names: NameShape): Expression {
  const expression = isPlain(names) ? plainExpression(source) : readExpression(source, names);
  checkNames(expression, names, { hasInput: false });
  return expression;
}

function readExpression(source: string, names: NameShape): Expression {
  const top = parseTree(source, names, 'Expression');
  const reader: Reader = { source, depth: 0, convert: convertNode };
  return convert(childAt(childrenOf(top), 0, reader, top), reader);
}

const KEPT = 2_000;
const READ = new Map<string, Expression>();

/** Names that need no telling change nothing in the tree: rules are read once, however many places and days use them. */
function plainExpression(source: string): Expression {
  const found = READ.get(source);
  if (found) return found;
  const expression = readExpression(source, NO_NAMES);
  if (READ.size >= KEPT) READ.delete(READ.keys().next().value ?? '');
  READ.set(source, expression);
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
function parseTree(source: string, names: NameShape, top: Top): Node {
  if (source.length > LIMITS.expressionLength) throw refusal('TOO_LONG', LIMITS.expressionLength);
  if (!source.isWellFormed()) throw refusal('SYNTAX', 'UTF-16');
  try {
    return parserFor(names, top).parse(source).topNode;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = Number(/ at (\d+)$/.exec(error.message)?.[1] ?? 0);
    const rest = source.slice(offset, offset + 20);
    throw rest === '' ? refusal('ENDS_EARLY', '', offset) : refusal('SYNTAX', rest, offset);
  }
}

type Parser = ReturnType<typeof parser.configure>;
type Top = 'Expression' | 'UnaryTests';
const PARSERS = new WeakMap<NameShape, Partial<Record<Top, Parser>>>();

/** Hundreds of rules of one place are read with the same names. */
function parserFor(names: NameShape, top: Top): Parser {
  const made = PARSERS.get(names) ?? {};
  const found = made[top];
  if (found) return found;
  const tracker = trackVariables(trackedNames(names));
  const configured = parser.configure({ top, strict: true, contextTracker: tracker });
  PARSERS.set(names, { ...made, [top]: configured });
  return configured;
}
