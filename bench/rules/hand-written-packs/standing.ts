import { SOME } from './scratch.ts';
import type { Loop, Setting } from './setting.ts';

/** As what a person is aided; the last is for a class that is not known. */
export const CLASSES = ['tekun', 'orphan', 'dibao', 'edge', 'monitored', 'rigid', 'illnessPoor', 'other', ''] as const;
export type SupportClass = (typeof CLASSES)[number];

export function classNumber(one: SupportClass): number {
  return CLASSES.indexOf(one);
}

/** Whether the household belongs to the low-income population, and as what it is aided. */
export function standingLoop({ byte, code, scratch }: Setting): Loop {
  const recognisedClass = byte('recognisedClass');
  const { some, isDibao, isEdge, isRigid, leavesTekun, hasTekun, hasTekunAtHome } = scratch.household;
  const { isPoor, isLowIncome, supportClass } = scratch.household;
  const { recognisedTekun, tekunCandidate, recognisedAtHome, candidateAtHome } = SOME;
  const antiPoverty = code('antiPovertyReturn');
  const classOf = householdClasses();
  return ({ from, to }) => {
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const dibao = isDibao[j] ?? 0;
      const edge = isEdge[j] ?? 0;
      const rigid = isRigid[j] ?? 0;
      const all = some[j] ?? 0;
      const isMonitored = +(recognisedClass[h] === antiPoverty);
      const poor = dibao | edge | rigid | (3 * isMonitored);
      const leaves = leavesTekun[j] ?? 0;
      const tekun = either(all & recognisedTekun, all & tekunCandidate, leaves);
      hasTekun[j] = tekun;
      hasTekunAtHome[j] = either(all & recognisedAtHome, all & candidateAtHome, leaves);
      isPoor[j] = poor;
      isLowIncome[j] = poor | tekun;
      supportClass[j] = classOf[dibao | (edge << 2) | (rigid << 4) | (isMonitored << 6)] ?? 0;
    }
  };
}

/** Whether somebody is recognised, or a candidate whom the household leaves without support. */
function either(recognised: number, candidate: number, leaves: number): number {
  return (3 * +(recognised !== 0)) | (-+(candidate !== 0) & leaves);
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
