import { parseLimit } from '../calendar/limit.ts';
import { formatFenShort } from '../money/fen.ts';
import type { ParameterValue, Period, Unit } from '../policy/unit.ts';
import type { Language, Text } from '../text.ts';

export interface ValueInUnit {
  readonly value: ParameterValue | null;
  readonly unit: Unit | null;
  readonly per: Period | null;
  /** What it is called: years that are somebody's are told as an age. */
  readonly label?: Text | null;
}

/** A figure in words, in both languages. */
export function figureInWords(figure: ValueInUnit): Text {
  return { zh: formatValue(figure, 'zh'), en: formatValue(figure, 'en') };
}

/** A figure in words: `1,600元`, `10个工作日`, `30%`, `是`. Null is "no limit" in a parameter. */
export function formatValue({ value, unit, per, label = null }: ValueInUnit, language: Language): string {
  const words = language === 'zh' ? ZH : EN;
  if (value === null) return words.noLimit;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number' && isAge(unit, label) && language === 'zh') return `${value}岁`;
  if (typeof value === 'number') return formatNumber(value, unit, language) + (per ? words.per[per] : '');
  if (typeof value === 'string') return formatText(value, unit, language);
  return value.every((entry) => typeof entry === 'string') ? value.join(words.comma) : words.table(value.length);
}

/** Years are years, unless they are somebody's. */
export function isAge(unit: Unit | null, label: Text | null): boolean {
  return unit === 'years' && label !== null && /[龄岁]/u.test(label.zh);
}

function formatNumber(value: number, unit: Unit | null, language: Language): string {
  const words = language === 'zh' ? ZH : EN;
  if (unit === 'fen') return formatFenShort(value) + words.yuan;
  if (unit === 'basisPoints') return `${formatFenShort(value)}%`;
  const counted = (CLOCK_UNITS as readonly (Unit | null)[]).includes(unit) ? unit : null;
  // CLOCK_UNITS are exactly the keys of the words for days, hours, months and years.
  return counted ? countOf(value, counted as keyof typeof ZH.units, language) : String(value);
}

function formatText(value: string, unit: Unit | null, language: Language): string {
  if (unit === 'limit') {
    const limit = parseLimit(value);
    return limit ? countOf(limit.amount, limit.clock, language) : value;
  }
  if (unit === 'date' && language === 'zh') return formatDateZh(value);
  return value;
}

/** 2026-03-02 → 2026年3月2日. */
export function formatDateZh(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

function countOf(amount: number, unit: keyof typeof ZH.units, language: Language): string {
  if (language === 'zh') return `${amount}${ZH.units[unit]}`;
  const name = EN.units[unit];
  return `${amount} ${amount === 1 ? name : `${name}s`}`;
}

const CLOCK_UNITS = ['workingDays', 'calendarDays', 'hours', 'months', 'years'] as const;

const ZH = {
  noLimit: '不设上限',
  yes: '是',
  no: '否',
  yuan: '元',
  comma: '、',
  table: (rows: number) => `共${rows}项`,
  units: { workingDays: '个工作日', calendarDays: '日', hours: '小时', months: '个月', years: '年' },
  per: { day: '（每日）', month: '（每月）', year: '（每年）', incident: '（每次急难）' },
};

const EN = {
  noLimit: 'no limit',
  yes: 'yes',
  no: 'no',
  yuan: ' yuan',
  comma: ', ',
  table: (rows: number) => `${rows} entries`,
  units: { workingDays: 'working day', calendarDays: 'day', hours: 'hour', months: 'month', years: 'year' },
  per: { day: ' a day', month: ' a month', year: ' a year', incident: ' per incident' },
};
