import type { Formula } from '../../explanation/formula.ts';
import type { ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Compute } from '../run/compile-core.ts';
import { forEachOf } from './at.ts';
import { statement } from './statement.ts';
import { together } from './tell-total.ts';
import type { AddReasons, Condition, Teller } from './teller.ts';
import { turned } from './turned-reasons.ts';

/** Some or every member: of `some` that holds, those for whom it does; of `every` that does not, those for whom it does not. */
export function conditionOfMembers(node: ExpressionOf<'quantified'>, holds: Compute, teller: Teller): Condition {
  const { quantifier, bindings } = node;
  const domain = bindings[0]?.domain;
  const entities = domain && teller.parts.get(domain);
  const condition = teller.condition(node.condition);
  const filters = domain?.kind === 'filter' ? [teller.condition(domain.condition)] : [];
  const over = entities?.kind === 'entities' ? entities.over : 'person';
  const formula: Formula = { kind: 'members', quantifier, over, where: together(filters), condition: condition.rule };
  const id = `${teller.id}@${node.from}`;
  // Of several reasons no single one is told with its figures.
  const whole = together([...filters, condition]) ?? formula;
  const reasons: AddReasons = (at) => {
    const outcome = holds(at);
    if (entities?.kind !== 'entities') return;
    const mark = at.reasons.mark();
    forEachOf(at, entities, teller.cursors, (who) => {
      const counts = filters.map((filter) => filter.holds(at));
      if (counts.includes(0)) return;
      const own = counts.every((one) => one === 1) ? condition.holds(at) : Number.NaN;
      if (!Object.is(own, outcome)) return;
      const ownMark = at.reasons.mark();
      for (const [index, filter] of filters.entries()) if (counts[index] !== 1) filter.reasons(at);
      condition.reasons(at);
      const found = at.reasons.takeFrom(ownMark);
      const [only] = found;
      if (only && found.length === 1) at.reasons.add(only.source ? only : { ...only, who });
      else at.reasons.add(statement({ id, outcome: own, formula: whole, children: found, who }));
    });
    at.reasons.add(statement({ id, outcome, formula, children: at.reasons.takeFrom(mark) }));
  };
  return { holds, rule: formula, reasons, reasonsAsItIs: turned(reasons), why: () => formula };
}
