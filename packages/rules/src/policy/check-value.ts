import { parseLimit } from '../calendar/limit.ts';
import { isPlainDate } from '../calendar/plain-date.ts';
import type { Column, ParameterDefinition } from './pack.ts';
import { INTEGER_UNITS, USUAL_LARGEST } from './unit.ts';

/** What is wrong with a value, and where inside it; undefined when it fits. */
export interface ValueProblem {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

export function findValueProblem(value: unknown, definition: ParameterDefinition): ValueProblem | undefined {
  if (definition.unit === 'table') return findTableProblem(value, definition.columns);
  const reason = findCellProblem(value, definition);
  return reason === undefined ? undefined : { path: [], reason };
}

function findTableProblem(value: unknown, columns: readonly Column[]): ValueProblem | undefined {
  if (!Array.isArray(value)) return { path: [], reason: 'a table is a list of rows' };
  for (const [index, row] of value.entries()) {
    const problem = findRowProblem(row, columns);
    if (problem) return { path: [index, ...problem.path], reason: problem.reason };
  }
  return undefined;
}

function findRowProblem(row: unknown, columns: readonly Column[]): ValueProblem | undefined {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return { path: [], reason: 'a row is a set of columns' };
  }
  const cells = new Map(Object.entries(row));
  const extra = [...cells.keys()].find((key) => columns.every((column) => column.id !== key));
  if (extra !== undefined) return { path: [extra], reason: `column ${extra} is not defined` };
  for (const column of columns) {
    const reason = findColumnProblem(cells.get(column.id), column);
    if (reason !== undefined) return { path: [column.id], reason };
  }
  return undefined;
}

function findColumnProblem(cell: unknown, column: Column): string | undefined {
  if (cell === undefined) return `column ${column.id} is missing`;
  if (cell === null) return column.nullable ? undefined : `column ${column.id} must not be null`;
  return findCellProblem(cell, column);
}

type CellForm = Pick<Column, 'unit' | 'options' | 'smallest' | 'largest'>;

function findCellProblem(cell: unknown, form: CellForm): string | undefined {
  const { unit, options } = form;
  if (INTEGER_UNITS.includes(unit)) return findNumberProblem(cell, form);
  if (unit === 'flag') return typeof cell === 'boolean' ? undefined : `flag must be true or false, not ${show(cell)}`;
  if (unit === 'list') return findListProblem(cell, options);
  if (typeof cell !== 'string') return `${unit} must be text, not ${show(cell)}`;
  if (unit === 'limit' && !parseLimit(cell)) return `limit must read like "10 workingDays", not ${show(cell)}`;
  if (unit === 'date' && !isPlainDate(cell)) return `${show(cell)} is no day of the calendar`;
  return findOptionProblem(cell, options);
}

function findNumberProblem(cell: unknown, { unit, smallest, largest }: CellForm): string | undefined {
  const from = smallest ?? 0;
  const to = largest ?? USUAL_LARGEST[unit] ?? Number.MAX_SAFE_INTEGER;
  if (!Number.isSafeInteger(cell) || Number(cell) < from) {
    return `${unit} must be a whole number from ${from}, not ${show(cell)}`;
  }
  return Number(cell) > to ? `${unit} must be at most ${to}, not ${show(cell)}` : undefined;
}

function findListProblem(cell: unknown, options: readonly string[] | null): string | undefined {
  if (!Array.isArray(cell)) return `list expected, not ${show(cell)}`;
  for (const entry of cell) {
    if (typeof entry !== 'string') return `a list holds text, not ${show(entry)}`;
    const problem = findOptionProblem(entry, options);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function findOptionProblem(text: string, options: readonly string[] | null): string | undefined {
  if (options === null || options.includes(text)) return undefined;
  return `${show(text)} is none of ${options.join(', ')}`;
}

function show(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
}
