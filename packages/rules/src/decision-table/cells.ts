import type { DecisionTable, TableRule } from './decision-table.ts';

/** Where a cell stands in its table: `['rules', 2, 'when', 0]`. */
export type CellPath = readonly (string | number)[];

/** All cells are laid out one after the other, so that one offset says which cell and where in it. */
export interface Cell {
  readonly path: CellPath;
  readonly text: string;
  readonly start: number;
}

export interface CellsOfTable {
  readonly inputs: readonly Cell[];
  readonly rules: readonly { readonly when: readonly Cell[]; readonly result: Cell }[];
  readonly otherwise: Cell | null;
}

export function cellsOf(table: DecisionTable): CellsOfTable {
  const end = { offset: 0 };
  const cell = (text: string, ...path: CellPath): Cell => {
    const start = end.offset;
    end.offset += text.length + 1;
    return { path, text, start };
  };
  const rule = ({ when, result }: TableRule, row: number) => ({
    when: when.map((text, column) => cell(text, 'rules', row, 'when', column)),
    result: cell(result, 'rules', row, 'result'),
  });
  return {
    inputs: table.inputs.map(({ expression }, column) => cell(expression, 'inputs', column, 'expression')),
    rules: table.rules.map(rule),
    otherwise: table.default === undefined ? null : cell(table.default, 'default'),
  };
}

/** The cell an offset lies in. */
export function findCellAt(table: DecisionTable, offset: number): Cell | undefined {
  const { inputs, rules, otherwise } = cellsOf(table);
  const all = [...inputs, ...rules.flatMap(({ when, result }) => [...when, result]), ...(otherwise ? [otherwise] : [])];
  return all.findLast(({ start }) => start <= offset);
}
