import { parseLimit } from '../calendar/limit.ts';
import { isPlainDate } from '../calendar/plain-date.ts';
import type { Text } from '../text.ts';
import type { Column, ParameterDefinition } from './pack.ts';
import { noDay } from './periods.ts';
import { INTEGER_UNITS, USUAL_LARGEST } from './unit.ts';

/** What is wrong with a value, and where inside it; undefined when it fits. */
export interface ValueProblem {
  readonly path: readonly (string | number)[];
  readonly reason: Text;
}

export function findValueProblem(value: unknown, definition: ParameterDefinition): ValueProblem | undefined {
  if (definition.unit === 'table') return findTableProblem(value, definition.columns);
  const reason = findCellProblem(value, definition);
  return reason === undefined ? undefined : { path: [], reason };
}

function findTableProblem(value: unknown, columns: readonly Column[]): ValueProblem | undefined {
  if (!Array.isArray(value)) return { path: [], reason: { zh: '表应为若干行的列表', en: 'a table is a list of rows' } };
  for (const [index, row] of value.entries()) {
    const problem = findRowProblem(row, columns);
    if (problem) return { path: [index, ...problem.path], reason: problem.reason };
  }
  return undefined;
}

function findRowProblem(row: unknown, columns: readonly Column[]): ValueProblem | undefined {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return { path: [], reason: { zh: '一行应为若干列', en: 'a row is a set of columns' } };
  }
  const cells = new Map(Object.entries(row));
  const extra = [...cells.keys()].find((key) => columns.every((column) => column.id !== key));
  if (extra !== undefined)
    return { path: [extra], reason: { zh: `没有定义列 ${extra}`, en: `column ${extra} is not defined` } };
  for (const column of columns) {
    const reason = findColumnProblem(cells.get(column.id), column);
    if (reason !== undefined) return { path: [column.id], reason };
  }
  return undefined;
}

function findColumnProblem(cell: unknown, column: Column): Text | undefined {
  if (cell === undefined) return { zh: `缺少列 ${column.id}`, en: `column ${column.id} is missing` };
  if (cell === null)
    return column.nullable
      ? undefined
      : { zh: `列 ${column.id} 不能为 null`, en: `column ${column.id} must not be null` };
  return findCellProblem(cell, column);
}

type CellForm = Pick<Column, 'unit' | 'options' | 'smallest' | 'largest'>;

function findCellProblem(cell: unknown, form: CellForm): Text | undefined {
  const { unit, options } = form;
  if (INTEGER_UNITS.includes(unit)) return findNumberProblem(cell, form);
  if (unit === 'flag')
    return typeof cell === 'boolean'
      ? undefined
      : mustBe('是或否应为 true 或 false', 'flag must be true or false', cell);
  if (unit === 'list') return findListProblem(cell, options);
  if (typeof cell !== 'string') return mustBe('应为文字', `${unit} must be text`, cell);
  if (unit === 'limit' && !parseLimit(cell))
    return mustBe('期限应写成“10 workingDays”这样', 'limit must read like "10 workingDays"', cell);
  if (unit === 'date' && !isPlainDate(cell)) return noDay(show(cell));
  return findOptionProblem(cell, options);
}

function findNumberProblem(cell: unknown, { unit, smallest, largest }: CellForm): Text | undefined {
  const from = smallest ?? 0;
  const to = largest ?? USUAL_LARGEST[unit] ?? Number.MAX_SAFE_INTEGER;
  if (!Number.isSafeInteger(cell) || Number(cell) < from) {
    return mustBe(`应为不小于 ${from} 的整数${inUnit(unit)}`, `${unit} must be a whole number from ${from}`, cell);
  }
  return Number(cell) > to ? mustBe(`应不大于 ${to}${inUnit(unit)}`, `${unit} must be at most ${to}`, cell) : undefined;
}

function findListProblem(cell: unknown, options: readonly string[] | null): Text | undefined {
  if (!Array.isArray(cell)) return mustBe('应为列表', 'list expected', cell);
  for (const entry of cell) {
    if (typeof entry !== 'string') return mustBe('列表中应为文字', 'a list holds text', entry);
    const problem = findOptionProblem(entry, options);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function findOptionProblem(text: string, options: readonly string[] | null): Text | undefined {
  if (options === null || options.includes(text)) return undefined;
  return {
    zh: `${show(text)} 不在以下选项中：${options.join('、')}`,
    en: `${show(text)} is none of ${options.join(', ')}`,
  };
}

function mustBe(zh: string, en: string, cell: unknown): Text {
  return { zh: `${zh}，不是 ${show(cell)}`, en: `${en}, not ${show(cell)}` };
}

/** Money is typed in yuan by habit. */
function inUnit(unit: string): string {
  return unit === 'fen' ? '（单位：分，1元 = 100）' : '';
}

function show(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
}
