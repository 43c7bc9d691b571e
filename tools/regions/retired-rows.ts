import { type RegionRow, regionRow } from './region-row.ts';

/** Counties of the 2015 pilot list that have since been merged, upgraded or moved: old code, old name, code today. */
const RETIRED_COUNTIES: [code: string, name: string, successor: string][] = [
  ['130729', '万全县', '130708'],
  ['140202', '城区', '140213'],
  // 乌马河区 was divided between 伊美区 and 乌翠区 in 2019; the first is entered.
  ['230711', '乌马河区', '230717'],
  ['230833', '抚远县', '230883'],
  ['232723', '漠河县', '232701'],
  ['310108', '闸北区', '310106'],
  ['340203', '弋江区', '340209'],
  ['341521', '寿县', '340422'],
  ['420821', '京山县', '420882'],
  ['520222', '盘县', '520281'],
  ['630122', '湟中县', '630106'],
  ['630221', '平安县', '630203'],
];

export function retiredRows(): RegionRow[] {
  return RETIRED_COUNTIES.map(([code, name, successor]) =>
    regionRow({ level: 'county', name, successor: successor.padEnd(12, '0'), source: 'pilot-2015' }, code),
  );
}
