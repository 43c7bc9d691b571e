import type { Expression, UnaryTests } from '../feel/syntax/ast.ts';
import { mentionsInput } from '../feel/syntax/parts.ts';
import { withParts } from '../feel/syntax/with-parts.ts';
import { withColumnUnit } from './column-units.ts';

/** A cell as a condition on its input; null lets everything pass. */
export function conditionOf(cell: UnaryTests, input: Expression): Expression | null {
  if (cell.kind === 'any') return null;
  const tests = cell.tests.map(withColumnUnit);
  const plain = tests.filter((test) => test.kind === 'range' || !mentionsInput(test));
  const asked = tests.filter((test) => test.kind !== 'range' && mentionsInput(test));
  const all = asked.map((test) => withInput(test, input));
  const [first] = plain;
  if (first) {
    const { from } = first;
    all.unshift({ from, to: plain.at(-1)?.to ?? first.to, kind: 'in', value: input, tests: plain });
  }
  const [holds, ...others] = all;
  if (!holds) return null;
  const either = others.reduce((left, right) => joined('or', left, right), holds);
  return cell.isNegated ? negated(either) : either;
}

export function joined(operator: 'and' | 'or', left: Expression, right: Expression): Expression {
  return { from: left.from, to: right.to, kind: 'logic', operator, left, right };
}

function negated(operand: Expression): Expression {
  const { from, to } = operand;
  const callee: Expression = { from, to, kind: 'name', name: 'not' };
  return { from, to, kind: 'call', callee, given: { kind: 'positional', values: [operand] } };
}

/** `?` of a test inside the test is another one, and is refused where it stands. */
function withInput(node: Expression, input: Expression): Expression {
  if (node.kind === 'input') return { ...input, from: node.from, to: node.to };
  if (node.kind === 'in') return { ...node, value: withInput(node.value, input) };
  return withParts(node, (part) => withInput(part, input));
}
