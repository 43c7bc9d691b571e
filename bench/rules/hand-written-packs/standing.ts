import type { Loop, Setting } from './setting.ts';

/** As what a person is aided; the last is for a class that is not known. */
export const CLASSES = ['tekun', 'orphan', 'dibao', 'edge', 'monitored', 'rigid', 'illnessPoor', 'other', ''] as const;
export type SupportClass = (typeof CLASSES)[number];

export function classNumber(one: SupportClass): number {
  return CLASSES.indexOf(one);
}

/** Whether the household belongs to the low-income population, and what that makes of each member. */
export function standingLoop({ byte, code, personOffsets, scratch }: Setting): Loop {
  const recognisedClass = byte('recognisedClass');
  const own = scratch.person;
  const { isDibao, isEdge, isRigid, hasTekun, isLowIncome, edgeProperty } = scratch.household;
  const antiPoverty = code('antiPovertyReturn');
  const byHousehold = householdClasses();
  const byPerson = personClasses();
  return ({ from, to, firstPerson }) => {
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const [dibao, edge, rigid] = [isDibao[j] ?? 0, isEdge[j] ?? 0, isRigid[j] ?? 0];
      const isMonitored = +(recognisedClass[h] === antiPoverty);
      const isPoor = dibao | edge | rigid | (3 * isMonitored);
      const isLow = isPoor | (hasTekun[j] ?? 0);
      const fits = edgeProperty[j] ?? 0;
      const kind = byHousehold[dibao | (edge << 2) | (rigid << 4) | (isMonitored << 6)] ?? 0;
      isLowIncome[j] = isLow;
      const end = (personOffsets[h + 1] ?? 0) - firstPerson;
      for (let i = (personOffsets[h] ?? 0) - firstPerson; i < end; i += 1) {
        const member = own.counts[i] ?? 0;
        own.isDibao[i] = dibao;
        own.isEdge[i] = edge;
        own.isLowIncome[i] = isLow;
        own.edgeProperty[i] = fits;
        own.isInLowIncome[i] = -member & isPoor;
        own.supportClass[i] = byPerson[(own.isTekun[i] ?? 0) | (member << 2) | (kind << 3)] ?? 0;
      }
    }
  };
}

/** The first that fits; when one before it may fit, nobody knows. */
function householdClasses(): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, index) => {
    const found = [
      { kind: 'dibao', bits: index & 3 },
      { kind: 'edge', bits: (index >> 2) & 3 },
      { kind: 'monitored', bits: 3 * (index >> 6) },
      { kind: 'rigid', bits: (index >> 4) & 3 },
    ] as const;
    const first = found.find(({ bits }) => bits !== 0) ?? { kind: 'other', bits: 3 };
    return classNumber(first.bits === 3 ? first.kind : '');
  });
}

function personClasses(): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, index) => {
    const tekun = index & 3;
    if (tekun === 3) return classNumber('tekun');
    if (tekun !== 0) return classNumber('');
    return (index >> 2) & 1 ? index >> 3 : classNumber('other');
  });
}
