/**
 * Units of facts and parameters. Money is fen, ratios are basis points (1/10,000), so arithmetic stays exact.
 * A `limit` is a length with its clock, `10 workingDays`: places differ in both.
 */
export const UNITS = [
  'fen',
  'basisPoints',
  'workingDays',
  'calendarDays',
  'months',
  'years',
  'hours',
  'count',
  'limit',
  'flag',
  'text',
  'date',
  'list',
  'table',
] as const;
export type Unit = (typeof UNITS)[number];

/** What an amount is counted per; monthly and yearly figures may not be mixed. */
export const PERIODS = ['day', 'month', 'year', 'incident'] as const;
export type Period = (typeof PERIODS)[number];

export const AREAS = ['urban', 'rural'] as const;
/** Optional second key of a value: some standards differ between town and village. */
export type Area = (typeof AREAS)[number];

export type Scalar = string | number | boolean;
/** One cell of a table; null means "no limit" or "none", as the column's label says. */
export type Cell = Scalar | readonly string[] | null;
export type Row = Readonly<Record<string, Cell>>;
export type ParameterValue = Scalar | readonly string[] | readonly Row[];

/** What a number reaches where nobody says otherwise: money one hundred million yuan. Everything below 2^53 stays exact. */
export const USUAL_LARGEST: Readonly<Partial<Record<Unit, number>>> = {
  fen: 10_000_000_000,
  basisPoints: 1_000_000,
  workingDays: 100_000,
  calendarDays: 100_000,
  hours: 1_000_000,
  months: 12_000,
  years: 1_000,
  count: 1_000_000,
};

export const INTEGER_UNITS: readonly Unit[] = [
  'fen',
  'basisPoints',
  'workingDays',
  'calendarDays',
  'months',
  'years',
  'hours',
  'count',
];
