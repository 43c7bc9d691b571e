import { readFileSync } from 'node:fs';
import { REGION_DIGITS, type RegionLevel } from '@yimen/contracts';

const FILE = new URL('../../data/regions-cn.csv', import.meta.url);

/** One node of the tree as the database keeps it. */
export type RegionNode = {
  readonly code: string;
  readonly parentCode: string | null;
  readonly level: RegionLevel;
  readonly kind: 'administrative' | 'functional-zone';
  readonly name: string;
  readonly fullName: string;
  /** Last code of the subtree. */
  readonly rangeTo: string;
  readonly validFrom: string | null;
  /** Set when the region is retired: what took its place. */
  readonly successorCode: string | null;
};

/** Groupings of the statistical list that nobody speaks: 北京市东城区, not 北京市市辖区东城区. */
const UNSPOKEN = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

/** The tree shipped with the platform, parents before children (see data/README.md). */
export function readRegionFile(): RegionNode[] {
  const nodes = new Map<string, RegionNode>();
  for (const line of readFileSync(FILE, 'utf8').trimEnd().split('\n').slice(1)) {
    const node = parseLine(line, nodes);
    nodes.set(node.code, node);
  }
  return [...nodes.values()];
}

export function rangeEnd(code: string, level: RegionLevel): string {
  return code.slice(0, REGION_DIGITS[level]).padEnd(12, 'Z');
}

function parseLine(line: string, known: ReadonlyMap<string, RegionNode>): RegionNode {
  const [code = '', parentCode = '', level = '', kind, name = '', validFrom, successorCode] = line.split(',');
  if (!isLevel(level)) throw new Error(`region ${code}: unknown level ${level}`);
  const parent = known.get(parentCode);
  if (parent === undefined && level !== 'nation')
    throw new Error(`region ${code}: its parent ${parentCode} does not stand before it`);
  return {
    code,
    parentCode: parentCode || null,
    level,
    kind: kind === 'functional-zone' ? 'functional-zone' : 'administrative',
    name,
    fullName: fullNameOf(name, parent),
    rangeTo: rangeEnd(code, level),
    validFrom: validFrom || null,
    successorCode: successorCode || null,
  };
}

function fullNameOf(name: string, parent: RegionNode | undefined): string {
  const above = parent === undefined || parent.level === 'nation' ? '' : parent.fullName;
  return UNSPOKEN.has(name) ? above || name : above + name;
}

function isLevel(text: string): text is RegionLevel {
  return text in REGION_DIGITS;
}
