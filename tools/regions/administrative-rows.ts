import type { NamedCode, Sources } from './read-sources.ts';
import { type RegionRow, regionRow } from './region-row.ts';

/** The nation, provinces, cities and counties of the whole country; townships and villages where the sources were asked for them. */
export function administrativeRows(sources: Sources): RegionRow[] {
  return [
    regionRow({ level: 'nation', name: '中华人民共和国', source: 'mca-2024' }, ''),
    ...sources.ministryProvinces.map((it) =>
      regionRow({ level: 'province', name: it.name, source: 'mca-2024' }, it.code),
    ),
    ...sources.statisticsCities.map((it) => regionRow({ level: 'city', name: it.name, source: 'nbs-2023' }, it.code)),
    ...sources.ministryCounties.map((it) => regionRow({ level: 'county', name: it.name, source: 'mca-2024' }, it.code)),
    ...sources.statisticsTownships
      .filter(isOrdinary)
      .map((it) => regionRow({ level: 'township', name: it.name, source: 'nbs-2023' }, it.code)),
    ...sources.statisticsVillages
      .filter(isOrdinary)
      .map((it) => regionRow({ level: 'village', name: villageName(it.name), source: 'nbs-2023' }, it.code)),
  ];
}

/** The bureau numbers development zones of township rank from 400 up; they become functional zones. */
export function isOrdinary(place: NamedCode): boolean {
  return Number(place.code.slice(6, 9)) < 400;
}

/** The bureau lists committees (苏南村委会, 东街居委会); people speak of the village or community. */
export function villageName(committee: string): string {
  return committee.replace(/(居委会|居民委员会)$/, '社区').replace(/村(民)?委(员)?会$/, '村');
}
