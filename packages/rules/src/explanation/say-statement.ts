import type { Outcome } from './explanation.ts';
import type { Comparison, Formula, Side } from './formula.ts';
import { isOfOptions, nameOf, relationOf, sayAmong, sayCondition, sayEnds, sayQuantifier } from './say-condition.ts';
import { sayFormula } from './say-formula.ts';
import { sayValue } from './say-value.ts';
import type { Saying } from './saying.ts';
import { takenIn } from './taken-in.ts';
import { fill, WORDS } from './words.ts';

/** How it is with a condition: as it stands, and what is required where it does not hold. */
export function sayStatement(formula: Formula, outcome: Outcome | null, saying: Saying): string {
  const { language } = saying;
  switch (formula.kind) {
    case 'comparison':
      return sayCompared(formula, outcome, saying);
    case 'membership': {
      const words = formula.isNegated ? WORDS.beNot : WORDS.be;
      const required = fill(words, language, sayAmong(formula.among, saying));
      const name = nameOf(formula.of.formula, saying);
      const is =
        outcome === 'unknown'
          ? fill(WORDS.isOpen, language, name)
          : fill(WORDS.isOption, language, name, sayValue(formula.of, language));
      if (outcome !== 'yes') return fill(WORDS.required, language, is, required);
      // What a list holds is not seen here.
      if (!hasList(formula.among)) return is;
      const among = sayAmong(formula.among, saying);
      const isOfLists = formula.among.every(({ kind }) => kind === 'figure');
      if (!isOfLists)
        return fill(WORDS.thatIs, language, is, fill(formula.isNegated ? WORDS.beNot : WORDS.be, language, among));
      return fill(formula.isNegated ? WORDS.inNone : WORDS.inOne, language, is, among);
    }
    case 'within': {
      const [from, to] = sayEnds(formula, (side) => saySide(side, saying), saying);
      return fill(formula.isNegated ? WORDS.liesNot : WORDS.lies, language, saySide(formula.of, saying), from, to);
    }
    case 'flag':
      return sayFlag(formula.of, { expected: formula.expected, outcome, saying });
    case 'combination':
      return COMBINED[formula.operator][outcome ?? 'unknown'][language];
    case 'members': {
      const words = outcome === 'yes' ? WORDS.holdsFor : WORDS.requiredFor;
      return fill(words, language, sayQuantifier(formula, saying), sayCondition(formula.condition, saying));
    }
    default:
      return sayCondition(formula, saying);
  }
}

function hasList(among: readonly Formula[]): boolean {
  return among.some((one) => one.kind !== 'figure' || one.unit === 'list');
}

const COMBINED = {
  and: { yes: WORDS.allHold, no: WORDS.notAll, unknown: WORDS.open },
  or: { yes: WORDS.oneHolds, no: WORDS.noneHolds, unknown: WORDS.open },
} as const;

/** 人均月收入（900元/月）超过低保标准（863元/月），要求低于 */
function sayCompared(formula: Comparison, outcome: Outcome | null, saying: Saying): string {
  const { language } = saying;
  if (isOfOptions(formula)) return sayOption(formula, outcome, saying);
  const left = saySide(formula.left, saying);
  const right = saySide(formula.right, saying);
  const relation = relationOf(formula.operator, formula.left)[language];
  if (outcome === 'unknown') return fill(WORDS.whether, language, left, relation, right);
  if (outcome !== 'no') return fill(WORDS.stands, language, left, relation, right);
  const stands = relationOf(actual(formula), formula.left)[language];
  return fill(WORDS.required, language, fill(WORDS.stands, language, left, stands, right), relation);
}

/** Where a condition fails, how the two really stand: said without "or". */
function actual({ operator, left, right }: Comparison): Comparison['operator'] {
  if (operator === '=') return '!=';
  if (operator === '!=' || left.value === right.value) return '=';
  return operator === '<' || operator === '<=' ? '>' : '<';
}

/** 残疾等级为三级，要求是一级 */
function sayOption({ operator, left, right }: Comparison, outcome: Outcome | null, saying: Saying): string {
  const { language } = saying;
  const name = nameOf(left.formula, saying);
  const isOpen = left.value === null;
  const is = isOpen
    ? fill(WORDS.isOpen, language, name)
    : fill(WORDS.isOption, language, name, sayValue(left, language));
  if (outcome === 'yes') return is;
  const required = fill(operator === '=' ? WORDS.be : WORDS.beNot, language, sayValue(right, language));
  return fill(WORDS.required, language, is, required);
}

/** 低保标准 × 家庭人数（756元/月 × 3 = 2,268元/月） */
function saySide(side: Side, saying: Saying): string {
  // Why it is this figure is told where the figure is.
  const formula = takenIn(side.formula) ?? side.formula;
  const { language } = saying;
  const value = sayValue(side, language, formula.kind === 'figure' ? formula.label : null);
  if (formula.kind === 'figure' && formula.label === null) return value;
  const name = sayFormula(formula, 'names', saying);
  const figures = sayFormula(formula, 'figures', saying);
  const isValue = side.value === null || figures === value;
  return name + fill(WORDS.brackets, language, isValue ? value : `${figures} = ${value}`);
}

interface Expected {
  readonly expected: boolean;
  readonly outcome: Outcome | null;
  readonly saying: Saying;
}

function sayFlag(of: Formula, { expected, outcome, saying }: Expected): string {
  const { language } = saying;
  const name = nameOf(of, saying);
  if (outcome === 'unknown') return fill(WORDS.isOpen, language, name);
  const is = expected === (outcome === 'yes') ? WORDS.isSo : WORDS.isNotSo;
  const text = fill(is, language, name);
  return outcome === 'yes' ? text : fill(WORDS.required, language, text, (expected ? WORDS.yes : WORDS.no)[language]);
}
