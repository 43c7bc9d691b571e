import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import { partsOf } from '../../feel/syntax/parts.ts';
import type { NumberTerm } from '../check/term.ts';
import { RATIO_SCALE } from '../check/values.ts';
import { findMeasure, type Measure, toldValue } from './measure.ts';
import { always, figureOf, findOptionsId, isZero, operation } from './small-parts.ts';
import { outcomeFrom } from './statement.ts';
import { tellCall } from './tell-call.ts';
import { tellNamed } from './tell-named.ts';
import { findRounding } from './tell-rounding.ts';
import type { Tell, Teller } from './teller.ts';

/** How a part that has one value is told. */
export function tellFigure(node: Expression, beside: Expression | undefined, teller: Teller): Tell {
  switch (node.kind) {
    case 'literal':
      return tellLiteral(node, beside, teller);
    case 'name':
    case 'path':
      return tellNamed(node, teller);
    case 'negation':
      return operation('negate', [teller.figure(node.operand, beside)]);
    case 'arithmetic':
      return tellArithmetic(node, beside, teller);
    case 'if':
      return tellChoice(node, beside, teller);
    case 'call':
      return tellCall(node, beside, teller);
    default:
      return tellOther(node, teller);
  }
}

function tellLiteral(
  node: Expression,
  beside: Expression | undefined,
  { parts, cursors, catalogue, labels }: Teller,
): Tell {
  const term = parts.get(node);
  const other = beside && parts.get(beside);
  const measure = term && findMeasure(term, cursors);
  const like = other && findMeasure(other, cursors);
  const shown = term?.kind === 'number' && like && goesWith(term, like, measure) ? like : measure;
  const unit = shown?.unit ?? null;
  // A literal is the same for every household: no frame is read.
  const value = measure && term && 'core' in term && term.core.op === 'constant' ? term.core.value : 0;
  const by = term?.kind === 'number' ? 10 ** (term.scale - (unit === 'basisPoints' ? RATIO_SCALE : 0)) : 1;
  const told = toldValue(unit, value / by, catalogue.codes);
  const optionsId = beside ? findOptionsId(beside, { parts, catalogue }) : null;
  const option = unit === 'text' ? labels.ofOption(String(told), optionsId) : undefined;
  return always(figureOf({ value: told, unit, per: shown?.per ?? null, option }));
}

/** Zero goes with everything; a bare number beside a share is one: 100 %, not 1. */
function goesWith({ dimension }: NumberTerm, like: Measure, own: Measure | undefined): boolean {
  return dimension === 'any' || (own?.unit === null && like.unit === 'basisPoints');
}

function tellArithmetic(node: ExpressionOf<'arithmetic'>, beside: Expression | undefined, teller: Teller): Tell {
  const rounding = findRounding(node, teller);
  if (rounding) return rounding;
  const { operator, left, right } = node;
  // The checker refuses powers.
  if (operator === '**') return tellOther(node, teller);
  if (operator === '*') {
    const counted = findCounted(left, right, teller) ?? findCounted(right, left, teller);
    return counted ?? operation(operator, [teller.figure(left), teller.figure(right)]);
  }
  if (operator === '/') return operation(operator, [teller.figure(left), teller.figure(right)]);
  return operation(operator, [
    teller.figure(left, isZero(right, teller.parts) ? beside : right),
    teller.figure(right, isZero(left, teller.parts) ? beside : left),
  ]);
}

/** A month times so many months is that many months, as a year times years: written only to make a length of a count. */
function findCounted(one: Expression, count: Expression, teller: Teller): Tell | undefined {
  const [written, counted] = [teller.parts.get(one), teller.parts.get(count)];
  if (written?.kind !== 'months' || written.core.op !== 'constant') return undefined;
  const unit = counted && findMeasure(counted, teller.cursors)?.unit;
  const isOne = (written.core.value === 1 && unit === 'months') || (written.core.value === 12 && unit === 'years');
  return isOne ? teller.figure(count) : undefined;
}

/** The branch that was taken, and why; both where that is not known. */
function tellChoice(node: ExpressionOf<'if'>, beside: Expression | undefined, teller: Teller): Tell {
  const condition = teller.condition(node.condition);
  const ifSo = teller.figure(node.then, likeOther(node.otherwise, beside, teller));
  const otherwise = teller.figure(node.otherwise, likeOther(node.then, beside, teller));
  const isToldNext = node.otherwise.kind === 'if' && isOfSame(node.condition, node.otherwise.condition, teller);
  const rule = {
    kind: 'chosen',
    holds: null,
    condition: condition.rule,
    ifSo: ifSo.rule,
    otherwise: otherwise.rule,
  } as const;
  return {
    rule,
    told: (at) => {
      const way = condition.holds(at);
      if (way !== 0 || !isToldNext) condition.reasonsAsItIs(at);
      return {
        kind: 'chosen',
        holds: outcomeFrom(way),
        condition: way === 0 && isToldNext ? condition.rule : condition.why(at),
        ifSo: way === 0 ? null : ifSo.told(at),
        otherwise: way === 1 ? null : otherwise.told(at),
      };
    },
  };
}

/** Whether both compare one fact, variable or figure of the policy with an option: which it is, is told once. */
function isOfSame(one: Expression, other: Expression, teller: Teller): boolean {
  const asked = findAsked(one, teller);
  return asked !== undefined && asked === findAsked(other, teller);
}

function findAsked(node: Expression, { parts }: Teller): string | undefined {
  if (node.kind !== 'comparison' || node.operator !== '=' || node.right.kind !== 'literal') return undefined;
  const term = parts.get(node.left);
  if (term?.kind !== 'code') return undefined;
  const { core } = term;
  if (core.op === 'parameter') return `${core.op} ${core.slot}`;
  return core.op === 'read' ? `${core.of} ${core.slot}` : undefined;
}

/** What a branch is told like: the other one, unless that is nothing but zeros or an option. */
function likeOther(other: Expression, beside: Expression | undefined, { parts }: Teller): Expression | undefined {
  return isZero(other, parts) || parts.get(other)?.kind === 'code' ? beside : other;
}

/** A form without words of its own: its value, and what it rests on. */
function tellOther(node: Expression, teller: Teller): Tell {
  const term = teller.parts.get(node);
  const measure = term && findMeasure(term, teller.cursors);
  const below = partsOf(node)
    .filter((part) => teller.parts.has(part))
    .map((part) => teller.figure(part));
  const { unit = null, per = null } = measure ?? {};
  return {
    rule: figureOf({ unit, per }),
    told: (at) => {
      for (const part of below) part.told(at);
      const value = measure ? toldValue(unit, measure.compute(at), teller.catalogue.codes) : null;
      return figureOf({ value, unit, per });
    },
  };
}
