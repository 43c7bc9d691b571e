import { atLeastZero, INT_UNKNOWN, stored, whole } from './bits.ts';
import type { Loop, Setting } from './setting.ts';
import { CLASSES, classNumber } from './standing.ts';

/** Medical aid by class with deductible, ratio and cap; tilted aid on top; the insurance premium. */
export function medicalLoop({ byte, int, byteOut, intOut, code, places, scratch }: Setting): Loop {
  const medicalCostThisYear = int('medicalCostThisYear');
  const medicalAidThisYear = int('medicalAidThisYear');
  const treatedByReferral = byte('treatedByReferral');
  const outAid = byteOut('medicalAidEligible');
  const outAidAmount = intOut('medicalAidAmount');
  const outTilted = byteOut('tiltedAidEligible');
  const outTiltedAmount = intOut('tiltedAidAmount');
  const outPremium = byteOut('premiumSubsidyEligible');
  const outPremiumAmount = intOut('premiumSubsidy');
  const { householdOf, counts, isTekun, isDibaoRecipient, isOrphan, isUnattended } = scratch.person;
  const { supportClass } = scratch.household;
  const aidedAs = personClasses();
  const classOf = medicalClasses();
  const keys = CLASSES.map((one) => (one === '' ? -1 : code(one)));
  const bitsOf = (test: (name: string) => boolean) =>
    Uint8Array.from(CLASSES, (name) => (name === '' ? 2 : 3 * +test(name)));
  const isAided = bitsOf((name) => name !== 'other');
  const isInsured = bitsOf((name) => ['tekun', 'orphan', 'dibao', 'edge', 'monitored'].includes(name));
  const figures = places.map(({ figure, open, column }) => {
    const disposable = open('income.perCapitaDisposable');
    const yearly = disposable * figure('medical.settlementYear');
    const shares = column('medical.tariff', 'deductibleShare', keys);
    const premium = figure('medical.premium');
    const deductibles = column('medical.tariff', 'deductible', keys).map((fixed, kind) => {
      const share = shares[kind] ?? 0;
      return fixed + (share === 0 ? 0 : Math.floor((share * yearly) / 10_000));
    });
    return {
      line: open('medical.illnessPoorShare') * yearly,
      // A class whose deductible is known has its ratio and cap.
      isOpenKind: Uint8Array.from(deductibles, (deductible) => +Number.isNaN(deductible)),
      deductibles: Int32Array.from(deductibles, (deductible) => deductible || 0),
      ratios: column('medical.tariff', 'ratio', keys).map((ratio) => ratio || 0),
      caps: column('medical.tariff', 'cap', keys).map((cap) => cap || 0),
      tiltDeductibles: column('medical.tiltTariff', 'deductible', keys),
      tiltRatios: column('medical.tiltTariff', 'ratio', keys),
      tiltCaps: column('medical.tiltTariff', 'cap', keys),
      premiums: Int32Array.from(column('medical.premiumShare', 'share', keys), (share, kind) => {
        if (isInsured[kind] === 0) return 0;
        return isInsured[kind] === 3 ? whole(Math.floor((premium * share) / 10_000)) : INT_UNKNOWN;
      }),
    };
  });
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { line, isOpenKind, deductibles, ratios, caps, tiltDeductibles, tiltRatios, tiltCaps, premiums } = of;
    const isLineOpen = 2 * +Number.isNaN(line);
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const cost = medicalCostThisYear[m] ?? 0;
      const hasCost = +(cost > 0);
      const isChild = (isOrphan[i] ?? 0) | (isUnattended[i] ?? 0);
      const isPoorByIllness = -hasCost & (isLineOpen | (3 * +(cost * 10_000 > line)));
      const ofHousehold = supportClass[householdOf[i] ?? 0] ?? 0;
      const own = (isTekun[i] ?? 0) | ((isDibaoRecipient[i] ?? 0) << 2);
      const aidedClass = aidedAs[own | ((counts[i] ?? 0) << 4) | (ofHousehold << 5)] ?? 0;
      const standing = classOf[aidedClass | (isChild << 4)] ?? 0;
      const kind = classOf[aidedClass | (isChild << 4) | (isPoorByIllness << 5)] ?? 0;
      const isOpen = isOpenKind[kind] ?? 0;
      const over = atLeastZero(cost - (deductibles[kind] ?? 0));
      const aid = Math.min(Math.floor((over * (ratios[kind] ?? 0)) / 10_000), caps[kind] ?? 0) | 0;
      const due = atLeastZero(aid - (medicalAidThisYear[m] ?? 0));
      const aided = isAided[kind] ?? 0;
      const isOver = (2 * isOpen) | (3 * (+(over > 0) & (isOpen ^ 1)));
      outAid[m] = stored(-hasCost & aided & isOver);
      outAidAmount[m] = (due & (isOpen - 1)) | (INT_UNKNOWN & -isOpen);
      outPremium[m] = stored(isInsured[standing] ?? 0);
      outPremiumAmount[m] = premiums[standing] ?? 0;
      outTilted[m] = 0;
      outTiltedAmount[m] = 0;
      if ((hasCost & (treatedByReferral[m] ?? 0)) === 0) continue;
      const rest = isOpen === 1 ? Number.NaN : cost - aid - (tiltDeductibles[kind] ?? 0);
      const tilted = aided & (Number.isNaN(rest) ? 2 : 3 * +(rest > 0));
      outTilted[m] = stored(tilted);
      if (tilted === 0) continue;
      const most = Math.min(Math.floor((rest * (tiltRatios[kind] ?? 0)) / 10_000), tiltCaps[kind] ?? 0);
      outTiltedAmount[m] = tilted === 3 ? whole(most) : INT_UNKNOWN;
    }
  };
}

/** Tekun first, then dibao, then as the household whoever counts in it. */
function personClasses(): Uint8Array {
  return Uint8Array.from({ length: 512 }, (_, index) => {
    const [tekun, dibao] = [index & 3, (index >> 2) & 3];
    if (tekun !== 0) return classNumber(tekun === 3 ? 'tekun' : '');
    if (dibao !== 0) return classNumber(dibao === 3 ? 'dibao' : '');
    return (index >> 4) & 1 ? index >> 5 : classNumber('other');
  });
}

/** Tekun first, then children, then as the household, then who is impoverished by illness. */
function medicalClasses(): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, index) => {
    const aided = index & 15;
    const [isChild, isPoorByIllness] = [(index >> 4) & 1, index >> 5];
    if (aided === classNumber('tekun') || aided === classNumber('')) return aided;
    if (isChild === 1) return classNumber('orphan');
    if (aided !== classNumber('other') || isPoorByIllness === 0) return aided;
    return classNumber(isPoorByIllness === 3 ? 'illnessPoor' : '');
  });
}
