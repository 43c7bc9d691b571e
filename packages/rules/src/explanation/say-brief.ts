import type { Language } from '../text.ts';
import type { Explanation } from './explanation.ts';
import { sayMissing } from './say-missing.ts';
import { ANSWERS, sayCalculation } from './say-rule.ts';
import { sayStatement } from './say-statement.ts';
import { sayValue } from './say-value.ts';
import { type Saying, type SayingOptions, sayName } from './saying.ts';

/**
 * What to tell the people it is about, in a line or two: the result, the rule's own sentence where it has one, else
 * what decided; no articles, no sources. The whole of it is `explain`.
 */
export function explainBrief(node: Explanation, language: Language, options: SayingOptions = {}): readonly string[] {
  const saying: Saying = { ...options, language, about: undefined };
  const name = sayName(node, saying);
  const colon = language === 'zh' ? '：' : ': ';
  const stop = language === 'zh' ? '。' : '.';
  if (node.outcome === null) return [`${name}${colon}${amountOf(node, saying)}${stop}`, ...sentenceOf(node, saying)];
  const head = `${name}${colon}${ANSWERS[node.outcome][language]}${stop}`;
  const sentence = sentenceOf(node, saying);
  const reasons = sentence.length > 0 || node.outcome === 'unknown' ? sentence : reasonsOf(node, saying);
  return [head, ...reasons, ...sayMissing(node, saying).slice(0, 1)];
}

function sentenceOf({ source }: Explanation, { language }: Saying): readonly string[] {
  return source?.kind === 'rule' && source.sentence ? [source.sentence[language]] : [];
}

/** 1,200元/月（低保标准 × …） */
function amountOf(node: Explanation, saying: Saying): string {
  const value = sayValue(node, saying.language, node.label);
  if (!node.formula) return value;
  const figures = sayCalculation(node.formula, value, { ...saying, about: node.who }).at(-1);
  if (figures === undefined) return value;
  return saying.language === 'zh' ? `${value}（${figures}）` : `${value} (${figures})`;
}

function reasonsOf(node: Explanation, saying: Saying): readonly string[] {
  const { language } = saying;
  const inner: Saying = { ...saying, about: node.who };
  const texts = node.children.map((child) => reasonOf(child, inner));
  if (texts.length === 0) return [];
  return [language === 'zh' ? `${texts.join('；')}。` : `${texts.join('; ')}.`];
}

function reasonOf(node: Explanation, saying: Saying): string {
  const { language } = saying;
  if (node.formula && node.source === null) return sayStatement(node.formula, node.outcome, saying);
  const answer = node.outcome ? ANSWERS[node.outcome][language] : sayValue(node, language, node.label);
  return `${sayName(node, saying)}${language === 'zh' ? '：' : ': '}${answer}`;
}
