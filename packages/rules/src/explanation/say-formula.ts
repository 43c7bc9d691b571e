import type { ChosenFormula, Figure, Formula, Operation, RoundedFormula, Side, TotalFormula } from './formula.ts';
import { findOpposite } from './opposite.ts';
import { sayValue } from './say-value.ts';
import { isSame, type Saying, sayName, sayWho } from './saying.ts';
import { fill, LIMITS, OPERATIONS, ROUNDINGS_IN_WORDS, TOTALS, WORDS } from './words.ts';

export type Mode = 'names' | 'figures';

/** What stands around a part decides whether it needs brackets. */
const PHRASE = 0;
const SUM = 1;
const PRODUCT = 2;
const ATOM = 3;

interface Said {
  readonly text: string;
  readonly rank: number;
}

/** A calculation with the names in it, or with the figures. */
export function sayFormula(formula: Formula, mode: Mode, saying: Saying): string {
  return formula.kind === 'figure' ? sayFigure(formula, mode, saying) : said(formula, mode, saying).text;
}

function sayFigure(figure: Figure, mode: Mode, saying: Saying): string {
  return mode === 'names' && figure.label !== null
    ? sayName(figure, saying)
    : sayValue(figure, saying.language, figure.label);
}

function said(formula: Formula, mode: Mode, saying: Saying): Said {
  switch (formula.kind) {
    case 'figure':
      return { text: sayFigure(formula, mode, saying), rank: ATOM };
    case 'operation':
      return saidOperation(formula, mode, saying);
    case 'rounded':
      return saidRounded(formula, mode, saying);
    case 'chosen':
      return saidChosen(formula, mode, saying);
    case 'total':
      return saidTotal(formula, mode, saying);
    default:
      return { text: saying.condition(formula, saying), rank: PHRASE };
  }
}

function within({ text, rank }: Said, least: number, saying: Saying): string {
  return rank >= least ? text : fill(WORDS.inside, saying.language, text);
}

function saidOperation(operation: Operation, mode: Mode, saying: Saying): Said {
  const { operator, parts } = operation;
  const { language } = saying;
  const all = parts.map((part) => said(part, mode, saying));
  const [first = NOTHING, second = NOTHING] = all;
  const sign = OPERATIONS[operator];
  switch (operator) {
    case '+':
      return { text: within(first, SUM, saying) + sign[language] + within(second, SUM, saying), rank: SUM };
    case '-':
      return { text: within(first, SUM, saying) + sign[language] + within(second, PRODUCT, saying), rank: SUM };
    case '*':
      return { text: within(first, PRODUCT, saying) + sign[language] + within(second, PRODUCT, saying), rank: PRODUCT };
    case '/':
      return { text: within(first, PRODUCT, saying) + sign[language] + within(second, ATOM, saying), rank: PRODUCT };
    case 'negate':
      return { text: fill(sign, language, within(first, ATOM, saying)), rank: PRODUCT };
    case 'least':
    case 'greatest':
      return saidExtreme(operation, all, saying);
    case 'absolute':
      return { text: fill(sign, language, within(first, ATOM, saying)), rank: ATOM };
    case 'monthsBetween':
    case 'monthsBeyondYears':
    case 'yearsBetween':
    case 'daysBetween':
      return { text: fill(sign, language, within(first, ATOM, saying), within(second, ATOM, saying)), rank: PHRASE };
  }
}

const NOTHING: Said = { text: '', rank: ATOM };

/** The larger of something and 0: that it does not go below 0. */
function saidExtreme({ operator, parts }: Operation, all: readonly Said[], saying: Saying): Said {
  const { language } = saying;
  const [first = NOTHING, second = NOTHING, ...others] = all;
  if (others.length > 0) {
    const list = all.map((part) => within(part, SUM, saying)).join(WORDS.comma[language]);
    return { text: fill(OPERATIONS[operator], language, list), rank: ATOM };
  }
  const zero = parts.findIndex((part) => part.kind === 'figure' && part.label === null && part.value === 0);
  if (operator === 'greatest' && zero >= 0) {
    const other = zero === 0 ? second : first;
    return { text: fill(LIMITS.notBelowZero, language, within(other, SUM, saying)), rank: PHRASE };
  }
  const words = operator === 'greatest' ? LIMITS.twoGreatest : LIMITS.twoLeast;
  return { text: fill(words, language, within(first, ATOM, saying), within(second, ATOM, saying)), rank: ATOM };
}

function saidRounded({ way, to, unit, of }: RoundedFormula, mode: Mode, saying: Saying): Said {
  const how = fill(ROUNDINGS_IN_WORDS[way], saying.language, sayStep(to, unit, saying));
  const comma = saying.language === 'zh' ? '，' : ', ';
  return { text: `${said(of, mode, saying).text}${comma}${how}`, rank: PHRASE };
}

/** 1元, 1角, 1分: the coin that is the step. */
function sayStep(to: number, unit: RoundedFormula['unit'], { language }: Saying): string {
  const coin = unit === 'fen' && language === 'zh' ? COINS[to] : undefined;
  return coin ?? sayValue({ value: to, unit, per: null }, language);
}

const COINS: Readonly<Record<number, string>> = { 1: '1分', 10: '1角' };

function saidChosen(formula: ChosenFormula, mode: Mode, saying: Saying): Said {
  const { holds, condition, ifSo, otherwise } = formula;
  if (holds === 'yes' || holds === 'no') {
    const { reasons, taken } = wayTaken(formula, holds);
    const branch = taken ? said(taken, mode, saying) : NOTHING;
    if (mode === 'figures') return branch;
    return { text: fill(WORDS.because, saying.language, branch.text, sayReasons(reasons, saying)), rank: PHRASE };
  }
  const parts = [ifSo, otherwise].map((part) => (part ? within(said(part, mode, saying), SUM, saying) : ''));
  // Whichever way it goes, it comes to this.
  if (mode === 'figures' && parts[0] === parts[1]) return { text: parts[0] ?? '', rank: ATOM };
  const text = fill(WORDS.choice, saying.language, saying.condition(condition, saying), ...parts);
  return { text, rank: PHRASE };
}

interface Reason {
  readonly condition: Formula;
  readonly holds: 'yes' | 'no';
}

/** Through one choice after the other: what was taken, and why. Of several ways the one that fits is why it was taken. */
function wayTaken(
  { condition, ifSo, otherwise }: ChosenFormula,
  holds: 'yes' | 'no',
  before: readonly Reason[] = [],
): { readonly taken: Formula | null; readonly reasons: readonly Reason[] } {
  const others = holds === 'yes' ? before.filter((one) => one.holds === 'yes') : before;
  const reasons = [...others, { condition, holds }];
  const taken = holds === 'yes' ? ifSo : otherwise;
  return taken?.kind === 'chosen' && (taken.holds === 'yes' || taken.holds === 'no')
    ? wayTaken(taken, taken.holds, reasons)
    : { taken, reasons };
}

function sayReasons(reasons: readonly Reason[], saying: Saying): string {
  const [first, ...others] = reasons;
  if (!first) return '';
  const isNone = others.length > 0 && reasons.every(({ holds }) => holds === 'no');
  const told = reasons.filter(({ condition }, at) => !isOfSame(condition, reasons[at + 1]?.condition));
  const texts = [...new Set(told.map(({ condition, holds }) => sayReason(condition, holds, saying)))];
  if (isNone && texts.length > MOST_REASONS) return WORDS.noneOfThese[saying.language];
  return texts.join(WORDS.and[saying.language]);
}

/** The next one says which option it is. */
function isOfSame(one: Formula, next: Formula | undefined): boolean {
  if (one.kind !== 'comparison' || next?.kind !== 'comparison' || !one.right.option || !next.right.option) return false;
  const [left, other] = [one.left.formula, next.left.formula];
  const isNamed = left.kind === 'figure' && other.kind === 'figure' && left.id !== null;
  return isNamed && left.id === other.id && isSame(left.who, other.who);
}

/** More ways that do not fit nobody would read in one sentence. */
const MOST_REASONS = 3;

/** That a condition holds, or the opposite of it. */
function sayReason(condition: Formula, holds: 'yes' | 'no', saying: Saying): string {
  // Which option it is belongs to a household; what else decides is the same for all.
  if (condition.kind === 'comparison' && condition.left.option) return sayIs(condition.left, saying);
  const found = saying.said[holds].get(condition);
  if (found !== undefined) return found;
  const text = reasonOf(condition, holds, saying);
  saying.said[holds].set(condition, text);
  return text;
}

function sayIs({ formula, option }: Side, saying: Saying): string {
  return fill(WORDS.isOption, saying.language, sayFormula(formula, 'names', saying), option?.[saying.language] ?? '');
}

function reasonOf(condition: Formula, holds: 'yes' | 'no', saying: Saying): string {
  if (condition.kind === 'combination' && condition.operator === JOINED[holds])
    return condition.parts.map((part) => sayReason(part, holds, saying)).join(WORDS.and[saying.language]);
  if (holds === 'yes') return saying.condition(condition, saying);
  const opposite = findOpposite(condition);
  return opposite
    ? saying.condition(opposite, saying)
    : fill(WORDS.notSo, saying.language, saying.condition(condition, saying));
}

/** All of them hold, or none does. */
const JOINED = { yes: 'and', no: 'or' } as const;

function saidTotal({ fold, over, item, where, parts }: TotalFormula, mode: Mode, saying: Saying): Said {
  const { language } = saying;
  if (mode === 'names' || !parts) {
    const label = item ? within(said(item, 'names', saying), ATOM, saying) : '';
    const text = fill(TOTALS[fold][over], language, label);
    if (!where) return { text, rank: ATOM };
    return { text: fill(WORDS.amongThose, language, text, sayReason(where, 'yes', saying)), rank: ATOM };
  }
  if (fold === 'count') return { text: sayCount(parts, over, saying), rank: ATOM };
  if (parts.length === 0) return { text: fold === 'sum' ? '0' : WORDS.nothing[language], rank: ATOM };
  const each = parts.map((part) => sayPart(part, saying));
  if (fold === 'sum') return { text: each.join(' + '), rank: each.length === 1 ? ATOM : SUM };
  const words = fold === 'least' ? OPERATIONS.least : OPERATIONS.greatest;
  return { text: fill(words, language, each.join(WORDS.comma[language])), rank: ATOM };
}

function sayCount(parts: readonly Formula[], over: TotalFormula['over'], { language }: Saying): string {
  const isKnown = parts.every((part) => part.kind === 'figure' && part.value !== null);
  if (!isKnown) return WORDS.unknown[language];
  return fill(over === 'person' ? WORDS.persons : WORDS.times, language, String(parts.length));
}

/** 成员1 1,200元/月 */
function sayPart(part: Formula, saying: Saying): string {
  const value = within(said(part, 'figures', saying), PRODUCT, saying);
  return part.kind === 'figure' && part.who ? `${sayWho(part.who, saying)} ${value}` : value;
}
