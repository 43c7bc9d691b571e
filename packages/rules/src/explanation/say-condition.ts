import type { Comparison, Formula, Membership, OfMembers, Side, Within } from './formula.ts';
import { sayFormula } from './say-formula.ts';
import type { Saying } from './saying.ts';
import { DATE_RELATIONS, fill, RELATIONS, WORDS } from './words.ts';

/** A condition as the rule states it: 人均月收入低于低保标准. */
export function sayCondition(formula: Formula, saying: Saying): string {
  const { language } = saying;
  switch (formula.kind) {
    case 'comparison':
      return sayComparison(formula, saying);
    case 'membership':
      return sayMembership(formula, saying);
    case 'within':
      return sayWithin(formula, saying);
    case 'flag':
      return fill(formula.expected ? WORDS.isSo : WORDS.isNotSo, language, nameOf(formula.of, saying));
    case 'combination': {
      const parts = formula.parts.map((part) => {
        const text = sayCondition(part, saying);
        return part.kind === 'combination' ? fill(WORDS.inside, language, text) : text;
      });
      return parts.join(WORDS[formula.operator][language]);
    }
    case 'members':
      return fill(WORDS.holdsFor, language, sayQuantifier(formula, saying), sayCondition(formula.condition, saying));
    case 'chosen': {
      const [ifSo, otherwise] = [formula.ifSo, formula.otherwise].map((part) =>
        part ? sayCondition(part, saying) : '',
      );
      return fill(WORDS.choice, language, sayCondition(formula.condition, saying), ifSo ?? '', otherwise ?? '');
    }
    default:
      return sayFormula(formula, 'names', saying);
  }
}

export function nameOf(formula: Formula, saying: Saying): string {
  return sayFormula(formula, 'names', saying);
}

export function relationOf(operator: Comparison['operator'], left: Comparison['left']) {
  return (left.unit === 'date' ? DATE_RELATIONS : RELATIONS)[operator];
}

/** Of options: that it is one, and not that it equals it. */
export function isOfOptions({ operator, right, left }: Comparison): boolean {
  const isLiteral = right.formula.kind === 'figure' && right.formula.label === null;
  return left.unit === 'text' && isLiteral && (operator === '=' || operator === '!=');
}

function sayComparison(formula: Comparison, saying: Saying): string {
  const { language } = saying;
  const left = sayNamedSide(formula.left.formula, saying);
  const right = sayNamedSide(formula.right.formula, saying);
  if (isOfOptions(formula)) {
    return fill(formula.operator === '=' ? WORDS.among : WORDS.amongNot, language, left, right);
  }
  return fill(WORDS.stands, language, left, relationOf(formula.operator, formula.left)[language], right);
}

/** A calculation beside words stands in brackets. */
function sayNamedSide(formula: Formula, saying: Saying): string {
  const name = nameOf(formula, saying);
  return formula.kind === 'operation' ? fill(WORDS.inside, saying.language, name) : name;
}

function sayMembership({ isNegated, of, among }: Membership, saying: Saying): string {
  const words = isNegated ? WORDS.amongNot : WORDS.among;
  return fill(words, saying.language, nameOf(of.formula, saying), sayAmong(among, saying));
}

/** 一级或二级; “…清单”之一 */
export function sayAmong(among: readonly Formula[], saying: Saying): string {
  const { language } = saying;
  const each = among.map((one) => {
    const isList = one.kind === 'figure' && one.unit === 'list';
    return isList ? fill(WORDS.theList, language, nameOf(one, saying)) : sayCondition(one, saying);
  });
  return each.join(WORDS.orOne[language]);
}

function sayWithin(formula: Within, saying: Saying): string {
  const words = formula.isNegated ? WORDS.liesNot : WORDS.lies;
  const side = ({ formula: of }: Side) => nameOf(of, saying);
  const [from, to] = sayEnds(formula, side, saying);
  return fill(words, saying.language, side(formula.of), from, to);
}

/** Both ends, with whether they belong to it. */
export function sayEnds(
  { low, high, isLowIncluded, isHighIncluded }: Within,
  side: (one: Side) => string,
  { language }: Saying,
): readonly [string, string] {
  return [
    fill(isLowIncluded ? WORDS.from : WORDS.above, language, side(low)),
    fill(isHighIncluded ? WORDS.upTo : WORDS.below, language, side(high)),
  ];
}

export function sayQuantifier({ quantifier, over, where }: OfMembers, saying: Saying): string {
  const { language } = saying;
  const words = QUANTIFIERS[quantifier][over];
  return where ? fill(WORDS.amongThose, language, words[language], sayCondition(where, saying)) : words[language];
}

const QUANTIFIERS = {
  some: { person: WORDS.somePerson, event: WORDS.someEvent },
  every: { person: WORDS.everyPerson, event: WORDS.everyEvent },
} as const;
