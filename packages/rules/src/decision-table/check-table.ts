import type { Environment } from '../determination/check/environment.ts';
import type { RuleIssue } from '../determination/model/rule-issue.ts';
import { boxWords } from './case-words.ts';
import { type Box, type Budget, findGaps, newBudget } from './find-gaps.ts';
import type { InputCases } from './input-cases.ts';
import type { ReadTable } from './read-table.ts';
import { resultKey } from './same-result.ts';
import { columnsOf } from './table-columns.ts';
import { tableIssue } from './table-issue.ts';

const MOST_OVERLAPS = 10;
const MOST_GAPS = 5;

interface Work {
  readonly id: string;
  readonly read: ReadTable;
  readonly columns: readonly InputCases[];
  readonly env: Environment;
  readonly budget: Budget;
}

/**
 * What is wrong with a table whose cells are sound: cells nothing can pass, overlaps, rules never reached, and gaps
 * where it is declared complete. Inputs count as independent of each other, and so do the figures they are compared
 * with: what cannot be told apart is taken for possible. Throws a RuleRefusal when there are too many cases.
 */
export function checkTable(id: string, read: ReadTable, env: Environment): readonly RuleIssue[] {
  const work = { id, read, env, columns: columnsOf(read, env), budget: newBudget() };
  const impossible = findImpossible(work);
  if (impossible.length > 0) return impossible;
  const { hitPolicy, complete } = read.table;
  const between = hitPolicy === 'F' ? findUnreachable(work) : findOverlaps(work);
  return complete === true ? [...between, ...gapIssues(work, 'TABLE_INCOMPLETE')] : between;
}

/** The cases in which the table says nothing: no mistake, but people should see them. */
export function findTableGaps(id: string, read: ReadTable, env: Environment): readonly RuleIssue[] {
  const { hitPolicy, default: otherwise, complete } = read.table;
  if (otherwise !== undefined || hitPolicy === 'C+' || complete === true) return [];
  return gapIssues({ id, read, env, columns: columnsOf(read, env), budget: newBudget() }, 'TABLE_GAP');
}

function findImpossible({ id, columns, read }: Work): readonly RuleIssue[] {
  return read.rules.flatMap((_, row) =>
    columns.flatMap(({ passing }, column) =>
      passing[row] === 0n ? [tableIssue(id, ['rules', row, 'when', column], 'TABLE_NEVER')] : [],
    ),
  );
}

function findOverlaps({ id, read, columns, env }: Work): readonly RuleIssue[] {
  const { hitPolicy, inputs } = read.table;
  if (hitPolicy === 'C+') return [];
  const results = hitPolicy === 'A' ? read.rules.map(({ result }) => resultKey(result, env)) : [];
  const code = hitPolicy === 'A' ? 'TABLE_OVERLAP_DIFFERS' : 'TABLE_OVERLAP';
  const issues: RuleIssue[] = [];
  for (let row = 1; row < read.rules.length && issues.length < MOST_OVERLAPS; row += 1) {
    for (let above = 0; above < row; above += 1) {
      const common = columns.map(({ passing }) => (passing[row] ?? 0n) & (passing[above] ?? 0n));
      if (common.includes(0n) || (hitPolicy === 'A' && results[row] === results[above])) continue;
      const example = boxWords(common, columns, inputs, env);
      issues.push(tableIssue(id, ['rules', row], code, String(above + 1), example));
    }
  }
  return issues;
}

function findUnreachable({ id, read, columns, budget }: Work): readonly RuleIssue[] {
  return read.rules.flatMap((_, row) => {
    const within: Box = columns.map(({ passing }) => passing[row] ?? 0n);
    const above = Array.from({ length: row }, (_above, index) => index);
    const free = findGaps(columns, { rules: above, within, most: 1 }, budget);
    return free.length === 0 ? [tableIssue(id, ['rules', row], 'TABLE_UNREACHABLE')] : [];
  });
}

function gapIssues({ id, read, columns, env, budget }: Work, code: 'TABLE_GAP' | 'TABLE_INCOMPLETE') {
  const rules = read.rules.map((_, row) => row);
  const gaps = findGaps(columns, { rules, within: columns.map(({ all }) => all), most: MOST_GAPS }, budget);
  return gaps.map((gap) => tableIssue(id, [], code, boxWords(gap, columns, read.table.inputs, env)));
}
