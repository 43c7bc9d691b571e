import { integer } from '../feel/number/feel-number.ts';
import type { Expression } from '../feel/syntax/ast.ts';
import { joined } from './condition.ts';
import type { ReadRule, ReadTable } from './read-table.ts';

/**
 * The table as one expression. Where an input is not known, neither is the result, unless the rules that may still
 * fit agree: so it is with every `if` of rules.
 */
export function tableExpression(read: ReadTable): Expression {
  return read.table.hitPolicy === 'C+' ? sumOfFitting(read) : firstThatFits(read);
}

/** U and A too: where at most one rule fits, or all that fit agree, the first of them is as good as any. */
function firstThatFits({ table, rules, otherwise }: ReadTable): Expression {
  const last = rules.at(-1);
  // Without gaps the last rule fits whenever no other does; so it holds where its inputs are not known, too.
  const isRest = table.complete === true && last !== undefined;
  const tested = isRest ? rules.slice(0, -1) : rules;
  const rest = isRest ? last.result : (otherwise ?? notKnown(last));
  return tested.reduceRight((below, rule) => choice(rule, below), rest);
}

/** Nobody wrote it, so it has no length: the checker takes such a null for “not known” and refuses any other. */
function notKnown(last: ReadRule | undefined): Expression {
  const at = last?.result.to ?? 0;
  return { from: at, to: at, kind: 'literal', value: null };
}

function sumOfFitting({ rules, otherwise }: ReadTable): Expression {
  const [first, ...others] = rules.map((rule) => choice(rule, zeroAt(rule.result)));
  const sum = others.reduce<Expression | undefined>((left, right) => left && added(left, right), first) ?? zero(0);
  const fits = rules.map(conditionOfRule);
  const anyFits = fits.reduce((left, right) => left && right && joined('or', left, right));
  return otherwise && anyFits ? chosen(anyFits, sum, otherwise) : sum;
}

function added(left: Expression, right: Expression): Expression {
  return { from: left.from, to: right.to, kind: 'arithmetic', operator: '+', left, right };
}

function zeroAt({ from }: Expression): Expression {
  return zero(from);
}

function zero(from: number): Expression {
  return { from, to: from, kind: 'literal', value: integer(0) };
}

function choice(rule: ReadRule, otherwise: Expression): Expression {
  const condition = conditionOfRule(rule);
  return condition ? chosen(condition, rule.result, otherwise) : rule.result;
}

function chosen(condition: Expression, then: Expression, otherwise: Expression): Expression {
  return { from: condition.from, to: then.to, kind: 'if', condition, then, otherwise };
}

/** Null when every cell of the row lets everything pass. */
function conditionOfRule({ conditions }: ReadRule): Expression | null {
  const [first, ...others] = conditions.filter((one) => one !== null);
  return first ? others.reduce((left, right) => joined('and', left, right), first) : null;
}
