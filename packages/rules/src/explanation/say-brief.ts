import type { Language } from '../text.ts';
import type { Explanation } from './explanation.ts';
import { sayFirstMissing } from './say-missing.ts';
import { type GoingInto, ruleSentence, sayReasons } from './say-reasons.ts';
import { ANSWERS, calculationOf } from './say-rule.ts';
import { isSame, type Saying, type SayingOptions, sayingAbout, sayName } from './saying.ts';
import { startSaying } from './start-saying.ts';
import { takenIn } from './taken-in.ts';
import { fill, WORDS } from './words.ts';

export type BriefOptions = SayingOptions & GoingInto;

/**
 * What to tell the people it is about, in a few lines: the result, the rule's own sentence where it has one, else what
 * decided; no articles, no sources. The whole of it is `explain`.
 */
export function explainBrief(node: Explanation, language: Language, options: BriefOptions = {}): readonly string[] {
  const saying = startSaying(language, options);
  if (node.outcome === null)
    return [headOf(node, amountOf(node, saying, options), saying), ...ruleSentence(node, language)];
  const head = headOf(node, ANSWERS[node.outcome][language], saying);
  const sentence = ruleSentence(node, language);
  const reasons = sentence.length > 0 || node.outcome === 'unknown' ? sentence : sayReasons(node, saying, options);
  return [head, ...reasons, ...sayFirstMissing(node, saying)];
}

function headOf(node: Explanation, is: string, saying: Saying): string {
  const { language } = saying;
  return fill(WORDS.colon, language, sayName(node, saying), is) + WORDS.stop[language];
}

/** 1,242元/月（1,184元/月 + 58元/月，即基本生活标准 + 照料护理标准） */
function amountOf(node: Explanation, saying: Saying, { inFull }: GoingInto): string {
  const { value, names, figures, isPlain } = calculationOf(lastOf(node, inFull), sayingAbout(saying, node.who));
  if (isPlain) return names;
  const isNamed = figures !== value && figures !== names;
  const made = isNamed ? fill(WORDS.thatIs, saying.language, figures, names) : names;
  return value + fill(WORDS.brackets, saying.language, made);
}

/** A figure that is another one by its own name comes from what that comes from; which way was taken need not be said. */
function lastOf(node: Explanation, inFull: GoingInto['inFull']): Explanation {
  const taken = takenIn(node.formula);
  if (taken?.kind !== 'figure') return { ...node, formula: taken };
  const other = node.children.find(({ id, who }) => id === taken.id && isSame(who, taken.who));
  if (!inFull || other?.source?.kind !== 'rule' || other.outcome !== null) return node;
  return lastOf(inFull(other), inFull);
}
