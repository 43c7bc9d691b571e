/** Bounds that keep hostile text from costing time or memory; far above what a rule needs. */
export const LIMITS = {
  /** UTF-16 units of one expression. */
  expressionLength: 5_000,
  /** Levels of the syntax tree, counting each operator of a chain. */
  nesting: 200,
  /** Names written with operators, keywords or numbers, which the grammar must be told beforehand; and their length. */
  specialNames: 100,
  nameLength: 60,
  /** Steps of one evaluation: nodes visited, list elements and characters handled. */
  steps: 1_000_000,
  /** Levels of evaluation, calls of functions included. */
  depthOfWork: 500,
  /** Elements, entries and (per 64) characters inside one value. */
  weight: 100_000,
  /** Levels of a value: lists in lists. */
  depth: 100,
} as const;
