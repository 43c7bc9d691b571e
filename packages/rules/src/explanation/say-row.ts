import type { Comparison, Formula } from './formula.ts';
import { nameOf } from './say-condition.ts';
import { sayStatement } from './say-statement.ts';
import { sayValue } from './say-value.ts';
import type { Saying } from './saying.ts';
import { fill, WORDS } from './words.ts';

/** By what the row of a table was found: 按自理能力为半护理的一行. */
export function sayRow(row: Formula, table: string, saying: Saying): string {
  const { language } = saying;
  const parts = row.kind === 'combination' ? row.parts : [row];
  const text = parts.map((part) => sayKey(part, table, saying)).join(WORDS.and[language]);
  return fill(WORDS.brackets, language, fill(WORDS.row, language, text));
}

/** What was looked up, rather than that the table's cell equals it. */
function sayKey(part: Formula, table: string, saying: Saying): string {
  if (part.kind !== 'comparison' || part.operator !== '=') return sayStatement(part, 'yes', saying);
  const asked = isOf(table, part.left.formula) ? part.right : part.left;
  return fill(WORDS.isOption, saying.language, nameOf(asked.formula, saying), sayValue(asked, saying.language));
}

function isOf(table: string, formula: Comparison['left']['formula']): boolean {
  return formula.kind === 'figure' && formula.id?.startsWith(`${table}.`) === true;
}
