import { formatFenShort } from '../money/fen.ts';
import type { Period } from '../policy/unit.ts';
import type { Language, Text } from '../text.ts';
import { formatValue, isAge } from './format-value.ts';
import type { Measured } from './formula.ts';
import { fill, WORDS } from './words.ts';

/** A value inside a sentence or a calculation: 756元/月, 150%, 65岁, 2026年3月1日. */
export function sayValue(measured: Measured, language: Language, label: Text | null = null): string {
  const { value, unit, per, option } = measured;
  if (value === null) return WORDS.unknown[language];
  if (option) return option[language];
  if (typeof value !== 'number') return formatValue({ value, unit, per: null }, language);
  const number = sayNumber(value, measured, language, label);
  return per ? number + PER[language][per] : number;
}

function sayNumber(value: number, { unit, per }: Measured, language: Language, label: Text | null): string {
  if (language === 'zh' && isAge(unit, label)) return `${value}岁`;
  if (unit === null || unit === 'count') return plainNumber(value);
  // Durations in whole years; 12 months a year stay what they are.
  if (unit === 'months' && per === null && label === null && value % 12 === 0)
    return sayNumber(value / 12, YEARS, language, null);
  if (Number.isInteger(value)) return formatValue({ value, unit, per: null }, language);
  if (unit === 'fen') return about(`${grouped(value / 100, 4)}${language === 'zh' ? '元' : ' yuan'}`, language);
  if (unit === 'basisPoints') return about(`${grouped(value / 100, 4)}%`, language);
  return about(formatValue({ value: Number(value.toFixed(6)), unit, per: null }, language), language);
}

const YEARS = { value: null, unit: 'years', per: null } as const;

/** What is not whole is cut for the reader; the comparison itself was exact. */
function about(text: string, language: Language): string {
  return fill(WORDS.about, language, text);
}

function grouped(value: number, decimals: number): string {
  const [whole = '', rest = ''] = Math.abs(value).toFixed(decimals).split('.');
  const sign = value < 0 ? '-' : '';
  return `${sign}${formatFenShort(Number(whole) * 100)}.${rest}`;
}

function plainNumber(value: number): string {
  return Number.isInteger(value) ? formatFenShort(value * 100) : String(Number(value.toFixed(6)));
}

const PER: Readonly<Record<Language, Readonly<Record<Period, string>>>> = {
  zh: { day: '/日', month: '/月', year: '/年', incident: '/次' },
  en: { day: '/day', month: '/month', year: '/year', incident: ' per incident' },
};
