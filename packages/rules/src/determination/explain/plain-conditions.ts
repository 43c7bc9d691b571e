import type { ComparisonOperator, Expression, ExpressionOf } from '../../feel/syntax/ast.ts';

/**
 * The same expression with every `not` at a single statement: "not (income < 863)" reads as "income >= 863". Right for
 * what is not known too, since `and`, `or` and the quantifiers are three-valued.
 */
export function plainExpression(node: Expression): Expression {
  switch (node.kind) {
    case 'comparison':
    case 'logic':
    case 'quantified':
      return said(node, false);
    case 'negation':
      return { ...node, operand: plainExpression(node.operand) };
    case 'arithmetic':
      return { ...node, left: plainExpression(node.left), right: plainExpression(node.right) };
    case 'between': {
      const [value, low, high] = [plainExpression(node.value), plainExpression(node.low), plainExpression(node.high)];
      return { ...node, value, low, high };
    }
    case 'in':
      return { ...node, value: plainExpression(node.value), tests: node.tests.map(plainExpression) };
    case 'range':
      return {
        ...node,
        ...(node.start && { start: plainExpression(node.start) }),
        ...(node.end && { end: plainExpression(node.end) }),
      };
    case 'if': {
      const [then, otherwise] = [plainExpression(node.then), plainExpression(node.otherwise)];
      return { ...node, condition: said(node.condition, false), then, otherwise };
    }
    case 'path':
      return { ...node, source: plainExpression(node.source) };
    case 'filter':
      return { ...node, source: plainExpression(node.source), condition: said(node.condition, false) };
    case 'list':
      return { ...node, items: node.items.map(plainExpression) };
    case 'call':
      return findNegated(node) ? said(node, false) : withPlainValues(node);
    default:
      return node;
  }
}

function withPlainValues(node: ExpressionOf<'call'>): Expression {
  const { given } = node;
  if (given.kind !== 'positional') return node;
  return { ...node, given: { ...given, values: given.values.map(plainExpression) } };
}

/** A condition, or the opposite of it. */
function said(node: Expression, isNegated: boolean): Expression {
  switch (node.kind) {
    case 'comparison':
      return ofTruth(node, isNegated) ?? compared(node, isNegated);
    case 'logic': {
      const operator = isNegated ? OTHER[node.operator] : node.operator;
      return { ...node, operator, left: said(node.left, isNegated), right: said(node.right, isNegated) };
    }
    case 'quantified':
      return quantified(node, isNegated);
    case 'if': {
      const [then, otherwise] = [said(node.then, isNegated), said(node.otherwise, isNegated)];
      return { ...node, condition: said(node.condition, false), then, otherwise };
    }
    case 'literal':
      return isNegated && typeof node.value === 'boolean' ? { ...node, value: !node.value } : node;
    default: {
      const operand = node.kind === 'call' ? findNegated(node) : undefined;
      if (operand) return said(operand, !isNegated);
      return isNegated ? negationOf(plainExpression(node)) : plainExpression(node);
    }
  }
}

function compared(node: ExpressionOf<'comparison'>, isNegated: boolean): Expression {
  const operator = isNegated ? OPPOSITE[node.operator] : node.operator;
  return { ...node, operator, left: plainExpression(node.left), right: plainExpression(node.right) };
}

/** `x = true` is x. */
function ofTruth({ operator, left, right }: ExpressionOf<'comparison'>, isNegated: boolean): Expression | undefined {
  if (operator !== '=' && operator !== '!=') return undefined;
  const [one, other] = left.kind === 'literal' ? [right, left] : [left, right];
  if (other.kind !== 'literal' || typeof other.value !== 'boolean') return undefined;
  return said(one, isNegated !== (operator === '=' ? !other.value : other.value));
}

/** Several names are one after the other. */
function quantified(node: ExpressionOf<'quantified'>, isNegated: boolean): Expression {
  const [first, ...others] = node.bindings;
  const inner = others.length > 0 ? { ...node, bindings: others } : node.condition;
  const condition = said(inner, isNegated);
  if (!first) return condition;
  const quantifier = isNegated ? OTHER[node.quantifier] : node.quantifier;
  return { ...node, bindings: [{ ...first, domain: plainExpression(first.domain) }], quantifier, condition };
}

/** What stands in `not(…)`. */
export function findNegated({ callee, given }: ExpressionOf<'call'>): Expression | undefined {
  if (callee.kind !== 'name' || callee.name !== 'not' || given.kind !== 'positional') return undefined;
  return given.values[0];
}

function negationOf(node: Expression): Expression {
  const { from, to } = node;
  const callee: Expression = { kind: 'name', name: 'not', from, to };
  return { kind: 'call', callee, given: { kind: 'positional', values: [node] }, from, to };
}

const OPPOSITE: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};
const OTHER = { and: 'or', or: 'and', some: 'every', every: 'some' } as const;
