import { isOrdinary, villageName } from './administrative-rows.ts';
import type { Sources } from './read-sources.ts';
import { type RegionRow, regionRow } from './region-row.ts';

/**
 * Development zones govern people but have no code of their own in GB/T 2260. They get a letter where an official code
 * has a digit, so that no official code can ever collide and a zone still sorts inside its city or county.
 */
export function functionalZoneRows(sources: Sources): RegionRow[] {
  return [...zonesOfCountyRank(sources), ...zonesOfTownshipRank(sources), ZIBO_HIGH_TECH_ZONE];
}

const ZIBO_HIGH_TECH_ZONE = regionRow(
  { level: 'county', kind: 'functional-zone', name: '淄博高新技术产业开发区', source: 'zibo-2017' },
  '3703Z1',
);

/** In the statistical list a county-rank zone carries 61…79 in the place where counties count 01…59. */
function zonesOfCountyRank(sources: Sources): RegionRow[] {
  const official = new Set(sources.ministryCounties.map((county) => county.code));
  return sources.statisticsCounties
    .filter((it) => !official.has(it.code) && /^\d{4}[5-7][1-9]$/.test(it.code))
    .map((it) => {
      const row = { level: 'county', kind: 'functional-zone', name: it.name, source: `nbs-2023:${it.code}` } as const;
      return regionRow(row, it.code.slice(0, 4) + zoneLetter(it.code.charAt(4)) + it.code.charAt(5));
    });
}

function zonesOfTownshipRank(sources: Sources): RegionRow[] {
  return sources.statisticsTownships
    .filter((it) => !isOrdinary(it))
    .flatMap((zone) => {
      const code = zone.code.slice(0, 6) + zoneLetter('7') + String(Number(zone.code.slice(6)) - 399).padEnd(2, '0');
      const villages = sources.statisticsVillages.filter((village) => village.code.startsWith(zone.code));
      return [
        regionRow(
          { level: 'township', kind: 'functional-zone', name: zone.name, source: `nbs-2023:${zone.code}` },
          code,
        ),
        ...villages.map((village) =>
          regionRow(
            { level: 'village', name: villageName(village.name), source: `nbs-2023:${village.code}` },
            code + village.code.slice(9),
          ),
        ),
      ];
    });
}

/** 5x → X, 6x → Y, 7x → Z */
function zoneLetter(tens: string): string {
  return String.fromCharCode('Z'.charCodeAt(0) - 7 + Number(tens));
}
