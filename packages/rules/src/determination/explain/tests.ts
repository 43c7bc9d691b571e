import type { Comparison, Formula, Side, Within } from '../../explanation/formula.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { At } from './at.ts';
import { findMeasure, type Measure, toldValue } from './measure.ts';
import { figureOf, findOption, findOptionsId, isZero } from './small-parts.ts';
import { addParameter } from './tell-entry.ts';
import type { Tell, Teller } from './teller.ts';

/** One statement about figures: a comparison, one of several, between two. */
export function tellTest(node: Expression, isNegated: boolean, teller: Teller): Tell {
  switch (node.kind) {
    case 'comparison': {
      const { operator } = node;
      const left = sideOf(node.left, node.right, teller);
      const right = sideOf(node.right, node.left, teller);
      return comparison(operator, left, right);
    }
    case 'between': {
      const of = sideOf(node.value, node.low, teller);
      const low = sideOf(node.low, node.value, teller);
      const high = sideOf(node.high, node.value, teller);
      return within({ isNegated, isLowIncluded: true, isHighIncluded: true }, of, low, high);
    }
    case 'in':
      return tellIn(node, isNegated, teller);
    case 'call': {
      const [list, value] = [...node.given.values.values()];
      if (list && value) return tellAmong(value, [list], isNegated, teller);
      break;
    }
    default:
      break;
  }
  const figure = teller.figure(node);
  const expected = !isNegated;
  return {
    rule: { kind: 'flag', expected, of: figure.rule },
    told: (at) => ({ kind: 'flag', expected, of: figure.told(at) }),
  };
}

interface TellSide {
  readonly rule: Side;
  readonly told: (at: At) => Side;
}

function comparison(operator: Comparison['operator'], left: TellSide, right: TellSide): Tell {
  return {
    rule: { kind: 'comparison', operator, left: left.rule, right: right.rule },
    told: (at) => ({ kind: 'comparison', operator, left: left.told(at), right: right.told(at) }),
  };
}

type Bounds = Pick<Within, 'isNegated' | 'isLowIncluded' | 'isHighIncluded'>;

function within(bounds: Bounds, of: TellSide, low: TellSide, high: TellSide): Tell {
  return {
    rule: { kind: 'within', ...bounds, of: of.rule, low: low.rule, high: high.rule },
    told: (at) => ({ kind: 'within', ...bounds, of: of.told(at), low: low.told(at), high: high.told(at) }),
  };
}

/** With what it comes to; a zero and an option are told in the words of the other side. */
function sideOf(node: Expression, other: Expression, teller: Teller): TellSide {
  const tell = teller.figure(node, other);
  const measure = measureOf(node, teller);
  const { unit = null, per = null } = (isZero(node, teller.parts) ? measureOf(other, teller) : measure) ?? {};
  const optionsId = findOptionsId(other, teller);
  const { codes } = teller.catalogue;
  const { ofOption } = teller.labels;

  function side(formula: Formula, number: number): Side {
    if (formula.kind === 'figure') {
      return { formula, value: formula.value, unit: formula.unit, per: formula.per, option: formula.option };
    }
    const value = toldValue(unit, number, codes);
    return { formula, value, unit, per, option: findOption(value, unit, optionsId, ofOption) };
  }

  return {
    rule: side(tell.rule, Number.NaN),
    told: (at) => side(tell.told(at), measure ? measure.compute(at) : Number.NaN),
  };
}

function measureOf(node: Expression, { parts, cursors }: Teller): Measure | undefined {
  const term = parts.get(node);
  return term && findMeasure(term, cursors);
}

function tellIn(node: ExpressionOf<'in'>, isNegated: boolean, teller: Teller): Tell {
  const [test, ...others] = node.tests;
  if (test?.kind === 'range' && others.length === 0) return tellRange(node.value, test, isNegated, teller);
  return tellAmong(node.value, node.tests, isNegated, teller);
}

function tellRange(value: Expression, test: ExpressionOf<'range'>, isNegated: boolean, teller: Teller): Tell {
  const { start, end, operator } = test;
  const of = sideOf(value, start ?? end ?? value, teller);
  if (operator === '..' && start && end) {
    const low = sideOf(start, value, teller);
    const high = sideOf(end, value, teller);
    const { startIncluded: isLowIncluded, endIncluded: isHighIncluded } = test;
    return within({ isNegated, isLowIncluded, isHighIncluded }, of, low, high);
  }
  const right = sideOf(end ?? start ?? value, value, teller);
  const plain = operator === '..' ? '=' : operator;
  const said = isNegated ? OPPOSITE[plain] : plain;
  return comparison(said, of, right);
}

const OPPOSITE = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' } as const;

function tellAmong(value: Expression, tests: readonly Expression[], isNegated: boolean, teller: Teller): Tell {
  const of = sideOf(value, tests[0] ?? value, teller);
  const among = tests
    .flatMap((test) => (test.kind === 'list' ? test.items : [test]))
    .map((test) => tellOne(test, value, teller));
  return {
    rule: { kind: 'membership', isNegated, of: of.rule, among: among.map((one) => one.rule) },
    told: (at) => ({ kind: 'membership', isNegated, of: of.told(at), among: among.map((one) => one.told(at)) }),
  };
}

/** One of them: a value, a list of the policy, or (of several) a range. */
function tellOne(test: Expression, value: Expression, teller: Teller): Tell {
  const term = teller.parts.get(test);
  if (test.kind === 'range') return tellRange(value, test, false, teller);
  if (term?.kind !== 'list' || term.table === null) return teller.figure(test, value);
  const list = [...teller.catalogue.tables.values()][term.table];
  const id = list?.id ?? '';
  const rule = figureOf({ id, label: teller.labels.of(id), unit: 'list' });
  return {
    rule,
    told: (at) => {
      addParameter(id, at);
      return rule;
    },
  };
}
