import type { MissingRow } from './explanation.ts';
import type { Comparison, Formula } from './formula.ts';
import { nameOf } from './say-condition.ts';
import { sayStatement } from './say-statement.ts';
import { sayValue } from './say-value.ts';
import type { Saying } from './saying.ts';
import { fill, WORDS } from './words.ts';

/** By what the row of a table was found: 按自理能力为半护理的一行. */
export function sayRow(row: Formula, table: string, saying: Saying): string {
  const { language } = saying;
  return fill(WORDS.brackets, language, fill(WORDS.row, language, sayKeys(row, table, saying)));
}

/** “资助参保标准”里没有类别为低保对象的一行 */
export function sayNoRow({ id, label, row }: MissingRow, saying: Saying): string {
  const { language } = saying;
  const name = label[language];
  return row
    ? fill(WORDS.noRow, language, name, sayKeys(row, tableOf(id), saying))
    : fill(WORDS.noRowFits, language, name);
}

/** The table of a cell. */
export function tableOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

function sayKeys(row: Formula, table: string, saying: Saying): string {
  const parts = row.kind === 'combination' ? row.parts : [row];
  return parts.map((part) => sayKey(part, table, saying)).join(WORDS.and[saying.language]);
}

/** What was looked up, rather than that the table's cell equals it. */
function sayKey(part: Formula, table: string, saying: Saying): string {
  if (part.kind !== 'comparison' || part.operator !== '=') return sayStatement(part, 'yes', saying);
  const [column, asked] = isOf(table, part.left.formula) ? [part.left, part.right] : [part.right, part.left];
  // A constant has no name: the column has.
  const isConstant = asked.formula.kind === 'figure' && asked.formula.label === null;
  const name = nameOf(isConstant ? column.formula : asked.formula, saying);
  return fill(WORDS.isOption, saying.language, name, sayValue(asked, saying.language));
}

function isOf(table: string, formula: Comparison['left']['formula']): boolean {
  return formula.kind === 'figure' && formula.id?.startsWith(`${table}.`) === true;
}
