import type { Period, Unit } from '../../policy/unit.ts';
import type { Text } from '../../text.ts';

/** What a number counts, as powers: fen per month is fen¹ month⁻¹. A bare number has none. */
export type Dimension = Readonly<Record<string, number>>;

export const PLAIN: Dimension = {};
/** The one conversion there is: 12 months in a year. */
export const MONTHS_PER_YEAR: Dimension = { month: 1, year: -1 };

const OF_UNIT: Partial<Record<Unit, Dimension>> = {
  fen: { fen: 1 },
  basisPoints: PLAIN,
  count: PLAIN,
  workingDays: { workingDay: 1 },
  calendarDays: { day: 1 },
  months: { month: 1 },
  years: { year: 1 },
  hours: { hour: 1 },
};

/** Undefined for what is no number. */
export function findDimension(unit: Unit, per: Period | null): Dimension | undefined {
  const counted = OF_UNIT[unit];
  return counted && per ? timesDimension(counted, { [per]: 1 }, -1) : counted;
}

export function timesDimension(left: Dimension, right: Dimension, power: 1 | -1): Dimension {
  const powers = new Map(Object.entries(left));
  for (const [name, exponent] of Object.entries(right)) {
    const sum = (powers.get(name) ?? 0) + exponent * power;
    if (sum === 0) powers.delete(name);
    else powers.set(name, sum);
  }
  return Object.fromEntries(powers);
}

export function isSameDimension(left: Dimension, right: Dimension): boolean {
  const names = Object.keys({ ...left, ...right });
  return names.every((name) => left[name] === right[name]);
}

/** `fen per month` and `分/月`; a bare one is a number. */
export function dimensionWords(dimension: Dimension): Text {
  const per = partsOf(dimension, -1);
  const counted = partsOf(dimension, 1);
  const whole = counted.length === 0 ? NUMBER : joined(counted);
  const zh = [whole.zh, ...per.map((unit) => unit.zh)].join('/');
  return { zh, en: [whole.en, ...per.map((unit) => unit.en)].join(' per ') };
}

function partsOf(dimension: Dimension, sign: 1 | -1): readonly Text[] {
  return Object.entries(dimension).flatMap(([name, power]) =>
    Array.from({ length: Math.max(power * sign, 0) }, () => WORDS[name] ?? { zh: name, en: name }),
  );
}

function joined(words: readonly Text[]): Text {
  return { zh: words.map(({ zh }) => zh).join('·'), en: words.map(({ en }) => en).join(' × ') };
}

const NUMBER: Text = { zh: '数', en: 'number' };
const WORDS: Readonly<Record<string, Text>> = {
  fen: { zh: '分', en: 'fen' },
  day: { zh: '日', en: 'day' },
  workingDay: { zh: '工作日', en: 'working day' },
  hour: { zh: '小时', en: 'hour' },
  month: { zh: '月', en: 'month' },
  year: { zh: '年', en: 'year' },
  incident: { zh: '次急难', en: 'incident' },
};
