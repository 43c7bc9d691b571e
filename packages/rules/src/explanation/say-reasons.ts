import type { Language } from '../text.ts';
import type { Explanation } from './explanation.ts';
import { sayCondition } from './say-condition.ts';
import { sayExpected } from './say-rule.ts';
import { sayStatement } from './say-statement.ts';
import { isSame, type Saying, sayingAbout, sayName } from './saying.ts';
import { fill, WORDS } from './words.ts';

/** What its rule says to everybody, where it says something. */
export function ruleSentence({ source }: Explanation, language: Language): readonly string[] {
  return source?.kind === 'rule' && source.sentence ? [source.sentence[language]] : [];
}

export interface GoingInto {
  /** A rule as it is told by itself; left out, rules are not gone into. */
  readonly inFull?: (rule: Explanation) => Explanation;
}

/** Why it holds, or does not, in a few lines. */
export function sayReasons(node: Explanation, saying: Saying, { inFull }: GoingInto): readonly string[] {
  const inner = sayingAbout(saying, node.who);
  const whyOf: WhyOf = (reason) => (inFull && standsFor(reason, node) ? fewOf(inFull(reason).children) : []);
  return node.outcome === 'no' ? refusalsOf(node, inner, whyOf) : groundsOf(node, inner, whyOf);
}

/** Down to what can be checked, as long as one reason stands for another. */
function groundsOf(node: Explanation, saying: Saying, whyOf: WhyOf): readonly string[] {
  // That it holds for somebody is longer than what it is called.
  const plain: WhyOf = (reason) => {
    const why = whyOf(reason);
    return why.some(({ formula }) => formula?.kind === 'members') ? [] : why;
  };
  const reasons = onlyChain(node.children, plain).flatMap((reason) => onlyChain([reason], plain, 1));
  const texts = new Set(reasons.map((reason) => reasonOf(reason, saying)));
  return texts.size > 0 ? [[...texts].join(WORDS.semicolon[saying.language]) + WORDS.stop[saying.language]] : [];
}

/** Down to what can be checked: of one reason the last it comes from, of several what each comes from in a line. */
function refusalsOf(node: Explanation, saying: Saying, whyOf: WhyOf): readonly string[] {
  const { language } = saying;
  const chain = onlyChain(node.children, whyOf);
  const alternatives = alternativesIn(chain);
  const reasons = alternatives ?? chain;
  const whys = reasons.map((reason) => whyOf(reason).flatMap((one) => onlyChain([one], whyOf, 1)));
  const plain = reasons.map((reason, at) => (whys[at]?.length === 0 ? reasonOf(reason, saying) : undefined));
  const lines = reasons.flatMap((reason, at) => {
    if (plain[at] !== undefined) return plain[at];
    const why = (whys[at] ?? []).map((one) => reasonOf(one, saying));
    // What it comes from may be a reason by itself.
    if (why.every((text) => plain.includes(text))) return [];
    return fill(WORDS.colon, language, isOrNot(reason, saying), why.join(WORDS.semicolon[language]));
  });
  const isOneLine = lines.length > 0 && !plain.includes(undefined);
  const sentences = isOneLine ? [lines.join(WORDS.semicolon[language])] : lines;
  const advice = [...reasons, ...whys.flat()].flatMap((reason) => ruleSentence(reason, language));
  const isAnyLong = reasons.some((_, at) => (whys[at]?.length ?? 0) > 1);
  const required = alternatives && lines.length > 1 ? [(isAnyLong ? ONE_LINE : ONE_OF_THEM)[language]] : [];
  return [...sentences.map((text) => text + WORDS.stop[language]), ...required, ...new Set(advice)];
}

type WhyOf = (reason: Explanation) => readonly Explanation[];

/** What a single reason comes from stands for it, as long as that is at most so many. */
function onlyChain(reasons: readonly Explanation[], whyOf: WhyOf, most = MOST_REASONS): readonly Explanation[] {
  const [only, ...others] = reasons;
  const why = only && others.length === 0 ? whyOf(only) : [];
  return why.length > 0 && why.length <= most ? onlyChain(why, whyOf, most) : reasons;
}

/** A rule that must hold and does as the whole does, of the same people; what it says itself is enough. */
function standsFor({ source, outcome, expected, who }: Explanation, whole: Explanation): boolean {
  const isWhy = source?.kind === 'rule' && expected === true && outcome === whole.outcome;
  return isWhy && !source.sentence && (!who || isSame(who, whole.who));
}

/** More nobody would read. */
function fewOf(reasons: readonly Explanation[]): readonly Explanation[] {
  return (alternativesIn(reasons) ?? reasons).length <= MOST_REASONS ? reasons : [];
}

/** Of which one is required. */
function alternativesIn([only, ...others]: readonly Explanation[]): readonly Explanation[] | undefined {
  const isOne = only?.formula?.kind === 'combination' && only.formula.operator === 'or' && others.length === 0;
  return isOne && only.outcome === 'no' && only.children.length > 0 ? only.children : undefined;
}

/** A line may hold several reasons, of which none is enough. */
const ONE_LINE = {
  zh: '以上每行是一种情形，达到其中一种即可；同一行里的各项都要达到。',
  en: 'Each line above is one way in, and one is enough; within a line everything is required.',
} as const;
const ONE_OF_THEM = { zh: '以上几项只要求达到一项。', en: 'Of these only one is required.' } as const;

const MOST_REASONS = 3;

function reasonOf(node: Explanation, saying: Saying): string {
  const { language } = saying;
  if (node.formula && node.source === null) {
    const { kind } = node.formula;
    // Nothing stands below it here: "none of the following" would be followed by nothing.
    if (kind === 'combination' && node.outcome === 'yes') return sayCondition(node.formula, saying);
    if (kind === 'combination' && node.outcome === 'no')
      return fill(WORDS.notSo, language, sayCondition(node.formula, saying));
    return sayStatement(node.formula, node.outcome, saying);
  }
  return `${isOrNot(node, saying)}${sayExpected(node, saying)}`;
}

function isOrNot(node: Explanation, saying: Saying): string {
  const is = node.outcome ?? (node.value === true ? 'yes' : 'no');
  return fill(IS[is], saying.language, sayName(node, saying));
}

const IS = { yes: WORDS.isSo, no: WORDS.isNotSo, unknown: WORDS.isOpen } as const;
