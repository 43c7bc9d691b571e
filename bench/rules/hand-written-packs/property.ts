import type { Loop, Setting } from './setting.ts';

/** Whether a household's property is within the limits of dibao, and of near-dibao. */
export function propertyLoop({ byte, int, double, places, scratch }: Setting): Loop {
  const financialAssets = double('financialAssets');
  const carCount = byte('carCount');
  const carNeedProven = byte('carNeedProven');
  const carValue = double('carValue');
  const homeCount = byte('homeCount');
  const homeAreaPerHead = int('homeAreaPerHead');
  const hasShopOrOffice = byte('hasShopOrOffice');
  const companyCapital = double('companyCapital');
  const { memberCount, property, edgeProperty } = scratch.household;
  const figures = places.map(({ figure, open }) => ({
    assets: figure('property.assetsMonths') * figure('dibao.standard'),
    edgeAssets: figure('edge.assetsMonths') * figure('dibao.standard'),
    exemptCarValue: figure('property.exemptCarValue'),
    homesAllowed: figure('property.homesAllowed'),
    smallHomesAllowed: figure('property.smallHomesAllowed'),
    averageHomeArea: open('property.averageHomeArea'),
    capital: figure('property.companyCapital'),
  }));
  return ({ place, from, to }) => {
    const of = figures[place];
    if (!of) return;
    const { assets, edgeAssets, exemptCarValue, homesAllowed, smallHomesAllowed, averageHomeArea, capital } = of;
    const isAreaOpen = 2 * +Number.isNaN(averageHomeArea);
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const size = memberCount[j] ?? 0;
      const owned = financialAssets[h] ?? 0;
      const homes = homeCount[h] ?? 0;
      const isCarFine = +(carCount[h] === 0) | ((carNeedProven[h] ?? 0) & +((carValue[h] ?? 0) <= exemptCarValue));
      const isSmall = isAreaOpen | (3 * +((homeAreaPerHead[h] ?? 0) <= averageHomeArea));
      const isHomeFine = (3 * +(homes <= homesAllowed)) | (-+(homes <= smallHomesAllowed) & isSmall);
      const isRestFine = isCarFine & ((hasShopOrOffice[h] ?? 0) ^ 1) & +((companyCapital[h] ?? 0) <= capital);
      property[j] = -(isRestFine & +(owned <= assets * size)) & isHomeFine;
      edgeProperty[j] = -(isRestFine & +(owned <= edgeAssets * size)) & isHomeFine;
    }
  };
}
