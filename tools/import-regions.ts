import { writeFileSync } from 'node:fs';
import { administrativeRows } from './regions/administrative-rows.ts';
import { checkTree } from './regions/check-tree.ts';
import { functionalZoneRows } from './regions/functional-zone-rows.ts';
import { readSources } from './regions/read-sources.ts';
import { formatRegions, type RegionRow } from './regions/region-row.ts';
import { retiredRows } from './regions/retired-rows.ts';

const DEMONSTRATION_COUNTY = '341503';
const TARGET = new URL('../packages/server/data/regions-cn.csv', import.meta.url);

/** Build-time import of the region tree; the result is committed. See packages/server/data/README.md for the sources. */
export function importRegions(): RegionRow[] {
  const sources = readSources([DEMONSTRATION_COUNTY]);
  const rows = [...administrativeRows(sources), ...functionalZoneRows(sources), ...retiredRows()];
  const problems = checkTree(rows);
  if (problems.length > 0) throw new Error(`regions not written:\n${problems.join('\n')}`);
  return rows;
}

if (import.meta.main) {
  const text = formatRegions(importRegions());
  writeFileSync(TARGET, text);
  console.log(`${text.split('\n').length - 2} regions, ${Math.round(text.length / 1024)} Ki characters`);
}
