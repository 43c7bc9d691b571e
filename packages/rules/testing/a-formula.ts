import type { Explanation, ParameterSource } from '../src/explanation/explanation.ts';
import type {
  Comparison,
  Figure,
  Formula,
  FormulaOperator,
  Measured,
  Operation,
  Side,
} from '../src/explanation/formula.ts';
import type { Text } from '../src/text.ts';

export function inWords(zh: string, en: string): Text {
  return { zh, en };
}

/** A name with its value; give `label: null` for a bare number. */
export function aFigure(value: Measured['value'], unit: Measured['unit'], parts: Partial<Figure> = {}): Figure {
  return { kind: 'figure', id: null, label: null, value, unit, per: null, ...parts };
}

export function anOperation(operator: FormulaOperator, ...parts: readonly Formula[]): Operation {
  return { kind: 'operation', operator, parts };
}

/** With what it comes to: a figure's own value, unless another is given. */
export function aSide(formula: Formula, measured: Partial<Measured> = {}): Side {
  const { value, unit, per, option } = formula.kind === 'figure' ? formula : aFigure(null, null);
  return { formula, value, unit, per, ...(option && { option }), ...measured };
}

export function aComparison(operator: Comparison['operator'], left: Formula, right: Formula): Comparison {
  return { kind: 'comparison', operator, left: aSide(left), right: aSide(right) };
}

/** The household's, of nothing known; give what the test is about. */
export function anExplanation(parts: Partial<Explanation> = {}): Explanation {
  const bare = { outcome: null, value: null, unit: null, per: null, source: null, children: [] } as const;
  return { ...bare, id: 'x', label: inWords('结果', 'result'), ...parts };
}

export const aPolicySource: Omit<ParameterSource, 'kind'> = {
  packId: 'nation',
  packName: inWords('全国', 'the nation'),
  packLevel: 'nation',
  clauseId: 'law.1',
  instrumentTitle: inWords('测试规定', 'test rule'),
  docNo: null,
  article: '第一条',
  articleEn: 'Article 1',
  from: '2014-05-01',
  to: null,
  sourceClass: 'official',
};
