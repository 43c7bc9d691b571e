import { formatFenShort } from '../money/fen.ts';
import type { Unit } from '../policy/unit.ts';
import type { Text } from '../text.ts';

/** What a number must lie between, in the unit people type it in: yuan for money, percent for ratios. */
export function rangeInWords(unit: Unit, { low, high }: { readonly low: number; readonly high: number }): Text {
  if (unit === 'fen') {
    const [from, to] = [formatFenShort(low), formatFenShort(high)];
    return {
      zh: `应为 ${from} 至 ${to} 元，最多两位小数`,
      en: `must be ${from} to ${to} yuan with at most two decimals`,
    };
  }
  if (unit === 'basisPoints') {
    const [from, to] = [formatFenShort(low), formatFenShort(high)];
    return { zh: `应为 ${from}% 至 ${to}%，最多两位小数`, en: `must be ${from}% to ${to}% with at most two decimals` };
  }
  return { zh: `应为 ${low} 至 ${high} 的整数`, en: `must be a whole number from ${low} to ${high}` };
}

/** For programs, which send the data as they are kept; undefined where people type the same unit. */
export function rangeOfDataInWords(
  unit: Unit,
  { low, high }: { readonly low: number; readonly high: number },
): Text | undefined {
  const kept = KEPT_AS[unit];
  if (kept === undefined) return undefined;
  return {
    zh: `接口数据以${kept.zh}为单位：${low} 至 ${high} 的整数`,
    en: `as data a whole number of ${kept.en}, ${low} to ${high}`,
  };
}

const KEPT_AS: Readonly<Partial<Record<Unit, Text>>> = {
  fen: { zh: '分', en: 'fen' },
  basisPoints: { zh: '万分之一', en: 'basis points' },
};
