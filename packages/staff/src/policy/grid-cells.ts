import type { PolicyColumn, PolicyValue } from '@yimen/contracts';
import { formatFenShort, INTEGER_UNITS, parseFen } from '@yimen/rules';
import type { Words } from '@yimen/ui';

type Rows = Exclude<Extract<PolicyValue, readonly unknown[]>[number], string>;
export type Row = Rows;
export type Cell = Rows[string];
/** What stands in a cell while it is edited: text, so that a half-typed figure is not lost. */
export type TypedRow = Readonly<Record<string, string>>;

const YES_WORDS = { zh: '是', en: 'yes' };
const NO_WORDS = { zh: '否', en: 'no' };
const YES = [...Object.values(YES_WORDS), 'true'];
const NO = [...Object.values(NO_WORDS), 'false'];

type CellColumn = Pick<PolicyColumn, 'unit' | 'optionWords'> & Partial<Pick<PolicyColumn, 'nullable'>>;
type Say = (words: Words) => string;

/** As it is typed: yuan for fen, percent for basis points, options by what they are called; nothing for no limit. */
export function showCell(cell: Cell, { unit, optionWords = {} }: CellColumn, say: Say): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return say(cell ? YES_WORDS : NO_WORDS);
  if (typeof cell === 'number' && (unit === 'fen' || unit === 'basisPoints')) return formatFenShort(cell);
  const called = (one: string | number) => nameOf(String(one), optionWords, say);
  return Array.isArray(cell) ? cell.map(called).join('、') : called(cell);
}

/** Undefined when it cannot be read; the limits of the column are the server's to check. */
export function readCell(typed: string, { unit, optionWords = {}, nullable = true }: CellColumn): Cell | undefined {
  const text = typed.trim();
  if (text === '' || text === '—') return unit === 'list' && !nullable ? [] : null;
  if (unit === 'fen') return parseFen(text);
  if (unit === 'basisPoints') return parseFen(text.replace(/\s*[%％]$/, ''));
  if (INTEGER_UNITS.includes(unit)) return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (unit === 'flag') {
    if (YES.includes(text.toLowerCase())) return true;
    return NO.includes(text.toLowerCase()) ? false : undefined;
  }
  const option = (called: string) =>
    Object.hasOwn(optionWords, called)
      ? called
      : (Object.keys(optionWords).find((one) => isCalled(called, optionWords[one])) ?? called);
  if (unit !== 'list') return option(text);
  // What an option is called may have spaces in it; a telephone number or a code has none.
  const between = Object.keys(optionWords).length > 0 ? /\s*[、,，;；]\s*/ : /[、,，;；\s]+/;
  return text.split(between).filter(Boolean).map(option);
}

/** As it is called, unless something else is called so too or is written so. */
function nameOf(option: string, optionWords: NonNullable<CellColumn['optionWords']>, say: Say): string {
  const named = optionWords[option];
  if (!named) return option;
  const isShared = Object.entries(optionWords).some(
    ([other, words]) => other !== option && (other === say(named) || isCalled(say(named), words)),
  );
  return isShared ? option : say(named);
}

function isCalled(text: string, words: Words | undefined): boolean {
  return words !== undefined && (words.zh === text || words.en.toLowerCase() === text.toLowerCase());
}

export function typedRow(row: Row, columns: readonly PolicyColumn[], say: Say): TypedRow {
  return Object.fromEntries(columns.map((column) => [column.id, showCell(row[column.id] ?? null, column, say)]));
}

/** What cannot be read stays text, which the check then names with its row and column. */
export function readRow(typed: TypedRow, columns: readonly PolicyColumn[]): Row {
  return Object.fromEntries(
    columns.map((column) => [
      column.id,
      readCell(typed[column.id] ?? '', column) ?? ((typed[column.id] ?? '').trim() || null),
    ]),
  );
}

/** Lines and tabs from a spreadsheet, put over the cells from a place on; rows are added as needed. */
export function pasted(
  rows: readonly TypedRow[],
  columns: readonly PolicyColumn[],
  at: { readonly row: number; readonly column: number },
  text: string,
): readonly TypedRow[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const empty = Object.fromEntries(columns.map(({ id }) => [id, '']));
  const length = Math.max(rows.length, at.row + lines.length);
  return Array.from({ length }, (_, index) => {
    const row = rows[index] ?? empty;
    const line = lines[index - at.row];
    if (index < at.row || line === undefined) return row;
    const cells = line.split('\t').map((cell, offset) => [columns[at.column + offset]?.id, cell.trim()] as const);
    return { ...row, ...Object.fromEntries(cells.filter(([id]) => id !== undefined)) };
  });
}
