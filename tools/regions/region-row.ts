import { REGION_DIGITS, REGION_LEVELS, type RegionLevel } from '@yimen/contracts';

export const REGION_KINDS = ['administrative', 'functional-zone'] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

/** One line of regions-cn.csv. A row with a successor is retired: kept so that old documents still resolve. */
export type RegionRow = {
  code: string;
  parent: string;
  level: RegionLevel;
  kind: RegionKind;
  name: string;
  validFrom: string;
  successor: string;
  source: string;
};

export function regionRow(
  row: Partial<RegionRow> & Pick<RegionRow, 'level' | 'name' | 'source'>,
  shortCode: string,
): RegionRow {
  const code = shortCode.padEnd(12, '0');
  return {
    kind: 'administrative',
    validFrom: '',
    successor: '',
    parent: parentCode(code, row.level),
    ...row,
    code,
  };
}

function parentCode(code: string, level: RegionLevel): string {
  const above = REGION_LEVELS[REGION_LEVELS.indexOf(level) - 1];
  return above === undefined ? '' : code.slice(0, REGION_DIGITS[above]).padEnd(12, '0');
}

/** First and last code of the subtree under C collation, where letters (functional zones) sort after digits. */
export function subtreeRange(code: string, level: RegionLevel): { first: string; last: string } {
  return { first: code, last: code.slice(0, REGION_DIGITS[level]).padEnd(12, 'Z') };
}

const CSV_COLUMNS = ['code', 'parent', 'level', 'kind', 'name', 'validFrom', 'successor', 'source'] as const;

export function formatRegions(rows: RegionRow[]): string {
  const sorted = [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  const lines = sorted.map((row) => CSV_COLUMNS.map((column) => row[column]).join(','));
  return `${CSV_COLUMNS.join(',')}\n${lines.join('\n')}\n`;
}
