import type { Expression } from '../feel/syntax/ast.ts';
import { withParts } from '../feel/syntax/with-parts.ts';

/**
 * A figure that stands alone in a cell counts what its column counts: 86300 under an amount in fen per month is
 * that. In arithmetic it stays a bare number, as anywhere else in rules.
 */
export function withColumnUnit(node: Expression): Expression {
  switch (node.kind) {
    case 'literal':
      return { ...node, takesUnit: true };
    case 'negation':
      return node.operand.kind === 'literal' ? withParts(node, withColumnUnit) : node;
    case 'comparison':
      return node.left.kind === 'input' || node.right.kind === 'input' ? withParts(node, withColumnUnit) : node;
    case 'between':
    case 'in':
      return node.value.kind === 'input' ? withParts(node, withColumnUnit) : node;
    case 'logic':
    case 'range':
    case 'list':
      return withParts(node, withColumnUnit);
    default:
      return node;
  }
}
