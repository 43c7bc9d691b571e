import type { Language, Text } from '../text.ts';
import type { Comparison, FormulaOperator, RoundingWay, TotalFormula, Who } from './formula.ts';

/** Every word an explanation adds to the labels. {} is filled with what the words are about, {0} {1} by number. */
export const WORDS = {
  and: { zh: '，且', en: ' and ' },
  or: { zh: '，或者', en: ' or ' },
  orOne: { zh: '或', en: ' or ' },
  comma: { zh: '、', en: ', ' },
  semicolon: { zh: '；', en: '; ' },
  stop: { zh: '。', en: '.' },
  brackets: { zh: '（{}）', en: ' ({})' },
  inside: { zh: '（{}）', en: '({})' },
  ofOne: { zh: '{0}的{1}', en: '{0}: {1}' },
  isOne: { zh: '{0}{1}', en: '{0}: {1}' },
  yesOrNo: { zh: '{}（是或否）', en: '{} (yes or no)' },
  unknown: { zh: '尚不清楚', en: 'not yet known' },
  nothing: { zh: '没有', en: 'none' },
  about: { zh: '约{}', en: 'about {}' },
  today: { zh: '认定之日', en: 'the day of the determination' },
  /** How one side of a comparison stands to the other. */
  stands: { zh: '{0}{1}{2}', en: '{0} is {1} {2}' },
  whether: { zh: '{0}是否{1}{2}', en: 'whether {0} is {1} {2}' },
  required: { zh: '{0}，要求{1}', en: '{0}; required: {1}' },
  inOne: { zh: '{0}，属于{1}', en: '{0}, {1}' },
  inNone: { zh: '{0}，不属于{1}', en: '{0}, not {1}' },
  isOption: { zh: '{0}为{1}', en: '{0} is {1}' },
  be: { zh: '是{}', en: '{}' },
  beNot: { zh: '不是{}', en: 'not {}' },
  among: { zh: '{0}是{1}', en: '{0} is {1}' },
  amongNot: { zh: '{0}不是{1}', en: '{0} is not {1}' },
  theList: { zh: '“{}”之一', en: 'one of “{}”' },
  from: { zh: '达到或超过{}', en: 'at or above {}' },
  above: { zh: '超过{}', en: 'above {}' },
  upTo: { zh: '不超过{}', en: 'not above {}' },
  below: { zh: '低于{}', en: 'below {}' },
  lies: { zh: '{0}{1}且{2}', en: '{0} is {1} and {2}' },
  liesNot: { zh: '{0}不在这一范围：{1}且{2}', en: '{0} is not both {1} and {2}' },
  isSo: { zh: '“{}”为是', en: '“{}” is yes' },
  isNotSo: { zh: '“{}”为否', en: '“{}” is no' },
  isOpen: { zh: '“{}”尚不清楚', en: '“{}” is not yet known' },
  yes: { zh: '为是', en: 'yes' },
  no: { zh: '为否', en: 'no' },
  holdsFor: { zh: '{0}{1}', en: 'for {0}: {1}' },
  requiredFor: { zh: '要求{0}{1}', en: 'required for {0}: {1}' },
  amongThose: { zh: '{0}（只算{1}的）', en: '{0} (only where {1})' },
  everyPerson: { zh: '每名成员', en: 'every member' },
  somePerson: { zh: '至少一名成员', en: 'at least one member' },
  everyEvent: { zh: '每次事件', en: 'every event' },
  someEvent: { zh: '至少一次事件', en: 'at least one event' },
  allHold: { zh: '以下各项都成立', en: 'all of the following' },
  oneHolds: { zh: '以下至少一项成立', en: 'at least one of the following' },
  notAll: { zh: '以下要求没有全部达到', en: 'not all that is required' },
  noneHolds: { zh: '以下各项都没有达到', en: 'none of the following' },
  open: { zh: '以下各项还不清楚', en: 'the following is not yet known' },
  /** What is so, and what it comes to or comes from. */
  colon: { zh: '{0}：{1}', en: '{0}: {1}' },
  thatIs: { zh: '{0}，即{1}', en: '{0}, that is {1}' },
  because: { zh: '{0}，因为{1}', en: '{0}, because {1}' },
  noneOfThese: { zh: '各种情形都不符合', en: 'it is none of the cases' },
  notSo: { zh: '不符合：{}', en: 'this is not so: {}' },
  choice: { zh: '{0}时为{1}，否则为{2}', en: '{1} where {0}, otherwise {2}' },
  row: { zh: '按{}的一行', en: 'the row where {}' },
  tableRow: { zh: '按表中第{}行', en: 'by row {} of the table' },
  noRow: { zh: '“{0}”里没有{1}的一行', en: '“{0}” has no row where {1}' },
  noRowFits: { zh: '“{}”里没有适用的一行', en: '“{}” has no row that fits' },
  persons: { zh: '{}人', en: '{}' },
  times: { zh: '{}次', en: '{}' },
} as const satisfies Record<string, Text>;

/** What a figure is, beside another: `<` is strict, `<=` includes the figure itself. */
export const RELATIONS: Readonly<Record<Comparison['operator'], Text>> = {
  '=': { zh: '等于', en: 'equal to' },
  '!=': { zh: '不等于', en: 'not equal to' },
  '<': { zh: '低于', en: 'below' },
  '<=': { zh: '不超过', en: 'not above' },
  '>': { zh: '超过', en: 'above' },
  '>=': { zh: '达到或超过', en: 'at or above' },
};

/** Of days the same is said otherwise. */
export const DATE_RELATIONS: Readonly<Record<Comparison['operator'], Text>> = {
  '=': { zh: '就是', en: 'the same as' },
  '!=': { zh: '不是', en: 'not the same as' },
  '<': { zh: '早于', en: 'before' },
  '<=': { zh: '不晚于', en: 'not after' },
  '>': { zh: '晚于', en: 'after' },
  '>=': { zh: '不早于', en: 'not before' },
};

/** With two parts: {0} and {1}. */
export const OPERATIONS: Readonly<Record<FormulaOperator, Text>> = {
  '+': { zh: ' + ', en: ' + ' },
  '-': { zh: ' − ', en: ' − ' },
  '*': { zh: ' × ', en: ' × ' },
  '/': { zh: ' ÷ ', en: ' ÷ ' },
  negate: { zh: '−{0}', en: '−{0}' },
  least: { zh: '{}中最小的', en: 'the smallest of {}' },
  greatest: { zh: '{}中最大的', en: 'the largest of {}' },
  absolute: { zh: '{0}（不计正负）', en: '{0} (without its sign)' },
  monthsBeyondYears: { zh: '从{0}到{1}满年之外的整月数', en: 'full months beyond full years from {0} to {1}' },
  monthsBetween: { zh: '从{0}到{1}的整月数', en: 'full months from {0} to {1}' },
  yearsBetween: { zh: '从{0}到{1}的周年数', en: 'full years from {0} to {1}' },
  daysBetween: { zh: '从{0}到{1}的天数', en: 'days from {0} to {1}' },
};

/** `max(0, x)` and `min(x, y)`. */
export const LIMITS = {
  notBelowZero: { zh: '{}，低于0的按0计', en: '{}, at least 0' },
  twoGreatest: { zh: '{0}与{1}中较大的', en: 'the larger of {0} and {1}' },
  twoLeast: { zh: '{0}与{1}中较小的', en: 'the smaller of {0} and {1}' },
} as const satisfies Record<string, Text>;

/** {} is the step: 1元, 1分. */
export const ROUNDINGS_IN_WORDS: Readonly<Record<RoundingWay, Text>> = {
  floor: { zh: '不足{}的部分舍去', en: 'rounded down to {}' },
  down: { zh: '不足{}的部分舍去', en: 'rounded towards zero to {}' },
  ceiling: { zh: '不足{}的按{}计', en: 'rounded up to {}' },
  up: { zh: '不足{}的按{}计', en: 'rounded up to {}' },
  'half up': { zh: '四舍五入到{}', en: 'rounded to the nearest {}' },
  'half down': { zh: '五舍六入到{}', en: 'rounded to the nearest {}, halves down' },
};

export const TOTALS: Readonly<Record<TotalFormula['fold'], Readonly<Record<Who['on'], Text>>>> = {
  sum: {
    person: { zh: '各成员{}合计', en: 'total {} of the members' },
    event: { zh: '各次{}合计', en: 'total {} of the events' },
  },
  count: { person: { zh: '成员人数', en: 'number of members' }, event: { zh: '次数', en: 'number of events' } },
  least: {
    person: { zh: '各成员中最低的{}', en: 'lowest {} of the members' },
    event: { zh: '各次中最低的{}', en: 'lowest {} of the events' },
  },
  greatest: {
    person: { zh: '各成员中最高的{}', en: 'highest {} of the members' },
    event: { zh: '各次中最高的{}', en: 'highest {} of the events' },
  },
};

export const ONE: Readonly<Record<Who['on'], Text>> = {
  person: { zh: '成员{}', en: 'member {}' },
  event: { zh: '事件{}', en: 'event {}' },
};

/** Puts the parts where {} (or {0}, {1}) stands. */
export function fill(text: Text, language: Language, first = '', second = '', third = ''): string {
  const template = text[language];
  const pieces = split.get(template) ?? piecesOf(template);
  let result = '';
  for (const piece of pieces) result += typeof piece === 'string' ? piece : partAt(piece, first, second, third);
  return result;
}

function partAt(place: number, first: string, second: string, third: string): string {
  if (place === 0) return first;
  if (place === 1) return second;
  return place === 2 ? third : '';
}

const split = new Map<string, readonly (string | number)[]>();

/** Words and the numbers of what stands between them. The words are those of this catalogue: their number is small. */
function piecesOf(template: string): readonly (string | number)[] {
  const pieces = template
    .split(/(\{\d?\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const place = /^\{(\d?)\}$/.exec(piece);
      return place ? Number(place[1]) : piece;
    });
  split.set(template, pieces);
  return pieces;
}
