import type { Explanation } from './explanation.ts';
import type { Formula } from './formula.ts';

/** The same the other way round; undefined where that has no short words. */
export function findOpposite(formula: Formula): Formula | undefined {
  switch (formula.kind) {
    case 'comparison':
      return { ...formula, operator: OPPOSITE[formula.operator] };
    case 'flag':
      return { ...formula, expected: !formula.expected };
    case 'membership':
    case 'within':
      return { ...formula, isNegated: !formula.isNegated };
    case 'combination': {
      const parts = formula.parts.flatMap((part) => findOpposite(part) ?? []);
      const operator = formula.operator === 'and' ? 'or' : 'and';
      return parts.length === formula.parts.length ? { ...formula, operator, parts } : undefined;
    }
    case 'members': {
      const condition = findOpposite(formula.condition);
      const quantifier = formula.quantifier === 'some' ? 'every' : 'some';
      return condition && { ...formula, quantifier, condition };
    }
    default:
      return undefined;
  }
}

const OPPOSITE = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' } as const;

/** What did not hold, as that which does: a choice between two ways requires nothing. */
export function asItIs(node: Explanation): Explanation {
  if (node.expected !== undefined) return { ...node, expected: undefined };
  const opposite =
    node.source === null && node.formula && node.outcome === 'no' ? findOpposite(node.formula) : undefined;
  return opposite ? { ...node, outcome: 'yes', formula: opposite, children: node.children.map(asItIs) } : node;
}
