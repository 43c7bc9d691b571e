import type { Frame } from '../run/compile-core.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { FigureKnowledge, RowKnowledge } from './program.ts';
import type { Figure, RowParts } from './row-part.ts';

/** What depends on the rows alone, side by side: one stretch of figures and one of answers per row. */
export interface RowValues {
  readonly figures: Float64Array;
  readonly figureWidth: number;
  readonly answers: Float64Array;
  readonly answerWidth: number;
  readonly knowledge: RowKnowledge;
}

export function rowValuesOf(parts: RowParts, rows: readonly PolicyRow[]): RowValues {
  const { variables, figures, keyed } = parts;
  const starts = startsOf(parts);
  const answerWidth = keyed.reduce((sum, { length }) => sum + length, 0);
  const values = new Float64Array(rows.length * figures.length);
  const answers = new Float64Array(rows.length * answerWidth);
  const unknownKeyed = keyed.map(() => false);
  for (const [at, row] of rows.entries()) {
    const household = new Float64Array(variables.length);
    const frame: Frame = { row, self: household, values: { household, person: [], event: [] } };
    for (const [index, compute] of variables.entries()) household[index] = compute(frame);
    for (const [index, { compute }] of figures.entries()) {
      values[at * figures.length + index] = compute(frame);
    }
    for (const [index, { low, length, answer }] of keyed.entries()) {
      const start = at * answerWidth + (starts[index] ?? 0);
      for (let key = 0; key < length; key += 1) {
        const value = answer(frame, low + key);
        answers[start + key] = value;
        if (Number.isNaN(value)) unknownKeyed[index] = true;
      }
    }
  }
  const known = figures.map((figure, index) =>
    knowledgeOf(
      figure,
      rows.map((_, at) => values[at * figures.length + index] ?? Number.NaN),
    ),
  );
  const knowledge = { figures: known, keyed: unknownKeyed, starts };
  return { figures: values, figureWidth: figures.length, answers, answerWidth, knowledge };
}

/** Where the answers of each keyed part begin. */
export function startsOf({ keyed }: RowParts): readonly number[] {
  let start = 0;
  return keyed.map(({ length }) => {
    start += length;
    return start - length;
  });
}

/**
 * Switches, and figures that are nought, one or not known in every row: with these a formula often has nothing left to
 * compute. Other figures stay outside the text, so that a standard can change without it.
 */
function knowledgeOf({ isFlag }: Figure, values: readonly number[]): FigureKnowledge {
  const [first] = values;
  const isSame = values.every((value) => Object.is(value, first));
  const isSimple = isFlag || first === 0 || first === 1 || Number.isNaN(first);
  return { isUnknown: values.some(Number.isNaN), value: isSame && isSimple ? first : undefined };
}

/** Rows of one knowledge can share a generated function. */
export function knowledgeKey({ figures, keyed }: RowKnowledge): string {
  return [...figures.map(({ isUnknown, value }) => value ?? isUnknown), ...keyed].join(' ');
}
