import { REGION_LEVELS } from '@yimen/contracts';
import { type RegionRow, subtreeRange } from './region-row.ts';

/** Sentences about what is wrong with the tree; empty when it may be shipped. */
export function checkTree(rows: RegionRow[]): string[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const problems = rows.flatMap((row) => checkRow(row, byCode));
  return byCode.size === rows.length ? problems : [...problems, 'a code appears twice'];
}

function checkRow(row: RegionRow, byCode: Map<string, RegionRow>): string[] {
  const problems: string[] = [];
  if (!/^[0-9A-Z]{12}$/.test(row.code)) problems.push(`${row.code}: not 12 digits or capitals`);
  if (/[",\s]/.test(row.name) || row.name === '') problems.push(`${row.code}: name ${row.name}`);
  if (row.kind === 'functional-zone' && !/[A-Z]/.test(row.code))
    problems.push(`${row.code}: a zone with an official code`);
  if (row.successor !== '' && !byCode.has(row.successor))
    problems.push(`${row.code}: unknown successor ${row.successor}`);
  return row.level === 'nation' ? problems : [...problems, ...checkParent(row, byCode.get(row.parent))];
}

function checkParent(row: RegionRow, parent: RegionRow | undefined): string[] {
  if (parent === undefined) return [`${row.code} ${row.name}: no parent ${row.parent}`];
  if (REGION_LEVELS.indexOf(parent.level) !== REGION_LEVELS.indexOf(row.level) - 1)
    return [`${row.code}: parent of the wrong level`];
  const range = subtreeRange(parent.code, parent.level);
  return row.code > range.first && row.code <= range.last ? [] : [`${row.code}: outside the range of ${parent.code}`];
}
