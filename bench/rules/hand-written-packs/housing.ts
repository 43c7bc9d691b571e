import { due, stored, whole } from './bits.ts';
import type { Loop, Setting } from './setting.ts';

/** Rental housing and rent in towns, renovation of dangerous homes in the country. */
export function housingLoop({ byte, int, byteOut, intOut, code, places, scratch }: Setting): Loop {
  const area = byte('area');
  const recognisedClass = byte('recognisedClass');
  const homeCount = byte('homeCount');
  const homeAreaPerHead = int('homeAreaPerHead');
  const hasHousingAid = byte('hasHousingAid');
  const rentsHome = byte('rentsHome');
  const homeDanger = byte('homeDanger');
  const hadRenovationAid = byte('hadRenovationAid');
  const isPovertyRelieved = byte('isPovertyRelieved');
  const outHousing = byteOut('housingEligible');
  const outRent = byteOut('rentSubsidyEligible');
  const outRentAmount = intOut('rentSubsidy');
  const outRenovation = byteOut('renovationEligible');
  const outRenovationAmount = intOut('renovationSubsidy');
  const { memberCount, isDibao, isEdge, isRigid, hasTekunAtHome } = scratch.household;
  const [urban, safe, dangerous] = [code('urban'), code('safe'), code('dangerous')];
  const antiPoverty = code('antiPovertyReturn');
  const figures = places.map(({ open }) => ({
    areaBelow: open('housing.areaPerHeadBelow'),
    perHead: open('housing.rentSubsidyPerHead'),
    partly: open('housing.renovationPartly'),
    wholly: open('housing.renovationDangerous'),
  }));
  return ({ place, from, to }) => {
    const of = figures[place];
    if (!of) return;
    const { areaBelow, perHead, partly, wholly } = of;
    const isAreaOpen = 2 * +Number.isNaN(areaBelow);
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const homes = homeCount[h] ?? 0;
      const isUrban = +(area[h] === urban);
      const isClass = (isDibao[j] ?? 0) | (hasTekunAtHome[j] ?? 0) | (isEdge[j] ?? 0) | (isRigid[j] ?? 0);
      const isRelieved = (isPovertyRelieved[h] ?? 0) & ((hadRenovationAid[h] ?? 0) ^ 1);
      const isRenovationClass = isClass | (3 * (+(recognisedClass[h] === antiPoverty) | isRelieved));
      const isPoor = (3 * +(homes === 0)) | isAreaOpen | (3 * +((homeAreaPerHead[h] ?? 0) < areaBelow));
      const inTown = -(isUrban & ((hasHousingAid[h] ?? 0) ^ 1)) & isClass & isPoor;
      const renting = -(rentsHome[h] ?? 0) & inTown;
      const renovated = -((isUrban ^ 1) & +(homeDanger[h] !== safe) & +(homes <= 1)) & isRenovationClass;
      outHousing[h] = stored(inTown | renovated);
      outRent[h] = stored(renting);
      outRentAmount[h] = whole(due(renting, perHead * (memberCount[j] ?? 0)));
      outRenovation[h] = stored(renovated);
      outRenovationAmount[h] = whole(due(renovated, homeDanger[h] === dangerous ? wholly : partly));
    }
  };
}
