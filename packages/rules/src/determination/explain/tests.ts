import type { Formula, Side } from '../../explanation/formula.ts';
import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import type { At } from './at.ts';
import { findMeasure, type Measure, toldValue } from './measure.ts';
import { findOptionsId, isZero, optionOf } from './small-parts.ts';
import { addParameter } from './tell-entry.ts';
import type { Tell, Teller } from './teller.ts';

/** One statement about figures: a comparison, one of several, between two. */
export function tellTest(node: Expression, isNegated: boolean, teller: Teller): Tell {
  switch (node.kind) {
    case 'comparison': {
      const { operator } = node;
      const left = sideOf(node.left, node.right, teller);
      const right = sideOf(node.right, node.left, teller);
      return (at) => ({ kind: 'comparison', operator, left: left(at), right: right(at) });
    }
    case 'between': {
      const of = sideOf(node.value, node.low, teller);
      const low = sideOf(node.low, node.value, teller);
      const high = sideOf(node.high, node.value, teller);
      return (at) => ({ ...BOTH_INCLUDED, isNegated, of: of(at), low: low(at), high: high(at) });
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
  return (at) => ({ kind: 'flag', expected: !isNegated, of: figure(at) });
}

const BOTH_INCLUDED = { kind: 'within', isLowIncluded: true, isHighIncluded: true } as const;

/** With what it comes to; a zero and an option are told in the words of the other side. */
function sideOf(node: Expression, other: Expression, teller: Teller): (at: At | null) => Side {
  const tell = teller.figure(node, other);
  const measure = measureOf(node, teller);
  const { unit = null, per = null } = (isZero(node, teller.parts) ? measureOf(other, teller) : measure) ?? {};
  const optionsId = findOptionsId(other, teller);
  return (at) => {
    const formula = tell(at);
    if (formula.kind === 'figure') {
      const { value, option } = formula;
      return { formula, value, unit: formula.unit, per: formula.per, ...(option && { option }) };
    }
    const number = at && measure ? measure.compute(at.frame) : Number.NaN;
    const value = toldValue(unit, number, teller.catalogue.codes);
    return { formula, value, unit, per, ...optionOf(value, unit, optionsId, teller.labels.ofOption) };
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
    return (at) => ({
      kind: 'within',
      isNegated,
      isLowIncluded,
      isHighIncluded,
      of: of(at),
      low: low(at),
      high: high(at),
    });
  }
  const right = sideOf(end ?? start ?? value, value, teller);
  const plain = operator === '..' ? '=' : operator;
  const said = isNegated ? OPPOSITE[plain] : plain;
  return (at) => ({ kind: 'comparison', operator: said, left: of(at), right: right(at) });
}

const OPPOSITE = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' } as const;

function tellAmong(value: Expression, tests: readonly Expression[], isNegated: boolean, teller: Teller): Tell {
  const of = sideOf(value, tests[0] ?? value, teller);
  const among = tests
    .flatMap((test) => (test.kind === 'list' ? test.items : [test]))
    .map((test) => tellOne(test, value, teller));
  return (at): Formula => ({ kind: 'membership', isNegated, of: of(at), among: among.map((tell) => tell(at)) });
}

/** One of them: a value, a list of the policy, or (of several) a range. */
function tellOne(test: Expression, value: Expression, teller: Teller): Tell {
  const term = teller.parts.get(test);
  if (test.kind === 'range') return tellRange(value, test, false, teller);
  if (term?.kind !== 'list' || term.table === null) return teller.figure(test, value);
  const list = [...teller.catalogue.tables.values()][term.table];
  const id = list?.id ?? '';
  const told: Formula = { kind: 'figure', id, label: teller.labels.of(id), value: null, unit: 'list', per: null };
  return (at) => {
    if (at) addParameter(id, at);
    return told;
  };
}
