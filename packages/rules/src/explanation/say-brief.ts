import type { Language } from '../text.ts';
import type { Explanation } from './explanation.ts';
import { sayCondition } from './say-condition.ts';
import { sayFirstMissing } from './say-missing.ts';
import { ANSWERS, calculationOf, sayExpected } from './say-rule.ts';
import { sayStatement } from './say-statement.ts';
import { type Saying, type SayingOptions, sayingAbout, sayName } from './saying.ts';
import { startSaying } from './start-saying.ts';
import { fill, WORDS } from './words.ts';

/**
 * What to tell the people it is about, in a line or two: the result, the rule's own sentence where it has one, else
 * what decided; no articles, no sources. The whole of it is `explain`.
 */
export function explainBrief(node: Explanation, language: Language, options: SayingOptions = {}): readonly string[] {
  const saying = startSaying(language, options);
  const colon = language === 'zh' ? '：' : ': ';
  const stop = language === 'zh' ? '。' : '.';
  if (node.outcome === null)
    return [`${sayName(node, saying)}${colon}${amountOf(node, saying)}${stop}`, ...sentenceOf(node, saying)];
  const head = `${sayName(node, saying)}${colon}${ANSWERS[node.outcome][language]}${stop}`;
  const sentence = sentenceOf(node, saying);
  const reasons = sentence.length > 0 || node.outcome === 'unknown' ? sentence : reasonsOf(node, saying);
  return [head, ...reasons, ...sayFirstMissing(node, saying)];
}

/** What its rule says to everybody, where it says something. */
export function sentenceOf({ source }: Explanation, { language }: Pick<Saying, 'language'>): readonly string[] {
  return source?.kind === 'rule' && source.sentence ? [source.sentence[language]] : [];
}

/** 1,189元/月（863元/月 × 3人 − …） */
function amountOf(node: Explanation, saying: Saying): string {
  const { value, names, figures, isPlain } = calculationOf(node, sayingAbout(saying, node.who));
  if (isPlain) return names;
  return value + fill(WORDS.brackets, saying.language, figures === value ? names : figures);
}

function reasonsOf(node: Explanation, saying: Saying): readonly string[] {
  const { language } = saying;
  const inner = sayingAbout(saying, node.who);
  const texts = node.children.map((child) => reasonOf(child, inner));
  if (texts.length === 0) return [];
  const decided = language === 'zh' ? `${texts.join('；')}。` : `${texts.join('; ')}.`;
  return [decided, ...adviceIn(node, saying)];
}

/** Whoever is refused is told what the rules that refuse them say: where else to go. */
function adviceIn({ outcome, children }: Explanation, saying: Saying): readonly string[] {
  return outcome === 'no' ? children.flatMap((child) => sentenceOf(child, saying)) : [];
}

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
  const is = node.outcome ?? (node.value === true ? 'yes' : 'no');
  const name = fill(IS[is], language, sayName(node, saying));
  return `${name}${sayExpected(node, saying)}`;
}

const IS = { yes: WORDS.isSo, no: WORDS.isNotSo, unknown: WORDS.isOpen } as const;
