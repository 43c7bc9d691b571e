import { CompiledQuery, type Insertable } from 'kysely';
import type { Tx } from './database.ts';
import type { DB } from './schema.gen.ts';

type Table = keyof DB & string;
type Row = Readonly<Record<string, unknown>>;
/** Rows of one table; all name the same columns. `asJson`: sent as one JSON value, so that their number is not part of the text. */
export type NewRows = { readonly table: Table; readonly rows: readonly Row[]; readonly asJson?: true };

export function rowsOf<T extends Table>(table: T, rows: readonly Insertable<DB[T]>[]): NewRows {
  return { table, rows };
}

/** Any number of rows of texts, numbers and ids. */
export function manyRowsOf<T extends Table>(table: T, rows: readonly Insertable<DB[T]>[]): NewRows {
  return { table, rows, asJson: true };
}

/**
 * Rows of several tables in one statement: written together or not at all, one plan per combination of tables, columns
 * and numbers of rows. References between them are checked when the statement ends.
 */
export async function insertTogether(tx: Tx, ...parts: readonly NewRows[]): Promise<void> {
  const filled = parts.filter((part) => part.rows.length > 0).map((part) => ({ ...part, columns: columnsOf(part) }));
  if (filled.length === 0) return;
  const parameters = filled.flatMap(({ rows, columns, asJson }) =>
    asJson ? [JSON.stringify(rows)] : rows.flatMap((row) => columns.map((name) => row[name])),
  );
  await tx.executeQuery(CompiledQuery.raw(textFor(filled), parameters));
}

type Filled = NewRows & { readonly columns: readonly string[] };

/** Columns are those of the first row; a row that names others would lose them or write NULL for a default. */
function columnsOf({ table, rows }: NewRows): string[] {
  const [columns = [], ...others] = rows.map((row) => Object.keys(row).filter((name) => row[name] !== undefined));
  for (const names of others) {
    if (names.length !== columns.length || names.some((name) => !columns.includes(name)))
      throw new Error(`rows of ${table} name different columns`);
  }
  return columns;
}

const MOST_TEXTS = 2000;
const texts = new Map<string, string>();

function textFor(parts: readonly Filled[]): string {
  const shape = parts
    .map(({ table, columns, rows, asJson }) => `${table} ${columns.join()} ${asJson ? 'json' : rows.length}`)
    .join(';');
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const text = writeText(parts);
  if (texts.size < MOST_TEXTS) texts.set(shape, text);
  return text;
}

function writeText(parts: readonly Filled[]): string {
  let used = 0;
  const next = () => `$${++used}`;
  const inserts = parts.map((part) => writeInsert(part, next));
  const last = inserts.pop() ?? '';
  return inserts.length === 0
    ? last
    : `WITH ${inserts.map((insert, index) => `part_${index} AS (${insert})`).join(', ')} ${last}`;
}

function writeInsert({ table, columns, rows, asJson }: Filled, next: () => string): string {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const values = asJson
    ? `SELECT ${names} FROM json_populate_recordset(NULL::yimen."${table}", ${next()}::json)`
    : `VALUES ${rows.map(() => `(${columns.map(next).join(', ')})`).join(', ')}`;
  return `INSERT INTO yimen."${table}" (${names}) ${values}`;
}
