import { readFileSync } from 'node:fs';

export const REGION_LEVELS = ['nation', 'province', 'city', 'county', 'township', 'village'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** One line of data/regions-cn.csv; see data/README.md. */
export interface RegionRow {
  readonly code: string;
  readonly parent: string;
  readonly level: RegionLevel;
  readonly kind: 'administrative' | 'functional-zone';
  readonly name: string;
  readonly validFrom: string;
  /** Set when the region is retired. */
  readonly successor: string;
  readonly source: string;
}

export interface RegionTree {
  readonly rows: readonly RegionRow[];
  get(code: string): RegionRow;
  childrenOf(code: string): readonly RegionRow[];
}

const REGIONS_FILE = new URL('../../data/regions-cn.csv', import.meta.url);

export function readRegionTree(): RegionTree {
  return growRegionTree(readFileSync(REGIONS_FILE, 'utf8'));
}

export function growRegionTree(csv: string): RegionTree {
  const rows = csv.trimEnd().split('\n').slice(1).map(parseRow);
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const children = Map.groupBy(rows, (row) => row.parent);
  return {
    rows,
    childrenOf: (code) => children.get(code) ?? [],
    get(code) {
      const row = byCode.get(code);
      if (row === undefined) throw new Error(`no region ${code}`);
      return row;
    },
  };
}

function parseRow(line: string): RegionRow {
  const [code = '', parent = '', level = '', kind = '', name = '', validFrom = '', successor = '', source = ''] =
    line.split(',');
  if (!isLevel(level)) throw new Error(`region ${code}: unknown level ${level}`);
  return {
    code,
    parent,
    level,
    kind: kind === 'functional-zone' ? 'functional-zone' : 'administrative',
    name,
    validFrom,
    successor,
    source,
  };
}

function isLevel(text: string): text is RegionLevel {
  return REGION_LEVELS.some((level) => level === text);
}
