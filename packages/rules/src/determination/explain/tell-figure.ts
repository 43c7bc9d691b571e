import type { Formula } from '../../explanation/formula.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import { partsOf } from '../../feel/syntax/parts.ts';
import type { At } from './at.ts';
import { findMeasure, toldValue } from './measure.ts';
import { findOptionsId, isZero, operation } from './small-parts.ts';
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
  const like = term?.kind === 'number' && term.dimension === 'any' && beside ? parts.get(beside) : undefined;
  const measure = term && findMeasure(term, cursors);
  const shown = (like && findMeasure(like, cursors)) ?? measure;
  const unit = shown?.unit ?? null;
  // A literal is the same for every household: no frame is read.
  const value = measure && term && 'core' in term && term.core.op === 'constant' ? term.core.value : 0;
  const scale = term?.kind === 'number' && unit !== 'basisPoints' ? 10 ** term.scale : 1;
  const told = toldValue(unit, value / scale, catalogue.codes);
  const bare = { kind: 'figure', id: null, label: null, value: told, unit, per: shown?.per ?? null } as const;
  const option =
    unit === 'text'
      ? labels.ofOption(String(told), beside ? findOptionsId(beside, { parts, catalogue }) : null)
      : undefined;
  const figure: Formula = option ? { ...bare, option } : bare;
  return () => figure;
}

function tellArithmetic(node: ExpressionOf<'arithmetic'>, beside: Expression | undefined, teller: Teller): Tell {
  const rounding = findRounding(node, teller);
  if (rounding) return rounding;
  const { operator, left, right } = node;
  // The checker refuses powers.
  if (operator === '**') return tellOther(node, teller);
  if (operator === '*' || operator === '/') return operation(operator, [teller.figure(left), teller.figure(right)]);
  return operation(operator, [
    teller.figure(left, isZero(right, teller.parts) ? beside : right),
    teller.figure(right, isZero(left, teller.parts) ? beside : left),
  ]);
}

/** The branch that was taken, and why; both where that is not known. */
function tellChoice(node: ExpressionOf<'if'>, beside: Expression | undefined, teller: Teller): Tell {
  const condition = teller.condition(node.condition);
  const ifSo = teller.figure(node.then, isZero(node.otherwise, teller.parts) ? beside : node.otherwise);
  const otherwise = teller.figure(node.otherwise, isZero(node.then, teller.parts) ? beside : node.then);
  const base = { kind: 'chosen', condition: condition.rule() } as const;
  return (at) => {
    if (!at) return { ...base, holds: null, ifSo: ifSo(null), otherwise: otherwise(null) };
    const holds = condition.holds(at.frame);
    condition.reasonsAsItIs(at, at.into);
    if (holds === 1) return { ...base, holds: 'yes', ifSo: ifSo(at), otherwise: null };
    if (holds === 0) return { ...base, holds: 'no', ifSo: null, otherwise: otherwise(at) };
    return { ...base, holds: 'unknown', ifSo: ifSo(at), otherwise: otherwise(at) };
  };
}

/** A form without words of its own: its value, and what it rests on. */
function tellOther(node: Expression, teller: Teller): Tell {
  const term = teller.parts.get(node);
  const measure = term && findMeasure(term, teller.cursors);
  const below = partsOf(node)
    .filter((part) => teller.parts.has(part))
    .map((part) => teller.figure(part));
  const { unit = null, per = null } = measure ?? {};
  return (at: At | null) => {
    if (at) for (const tell of below) tell(at);
    const value = at && measure ? toldValue(unit, measure.compute(at.frame), teller.catalogue.codes) : null;
    return { kind: 'figure', id: null, label: null, value, unit, per };
  };
}
