import type { Text } from '../text.ts';
import type { Explanation, MissingFact } from './explanation.ts';
import { type Saying, sayName } from './saying.ts';
import { fill, WORDS } from './words.ts';

/** What to ask: first the fewest facts that can decide, then what may matter after them. */
export function sayMissing({ missing }: Explanation, saying: Saying): readonly string[] {
  if (!missing) return [];
  const decisive = missing.facts.filter(({ isDecisive }) => isDecisive);
  const others = missing.facts.filter(({ isDecisive }) => !isDecisive);
  return [
    ...listed(
      ASK,
      decisive.map((fact) => named(fact, saying)),
      saying,
    ),
    ...listed(
      decisive.length > 0 ? LATER : ASK_ALL,
      others.map((fact) => named(fact, saying)),
      saying,
    ),
    ...listed(
      NO_FIGURE,
      missing.parameters.map(({ label }) => label[saying.language]),
      saying,
    ),
  ];
}

function named(fact: MissingFact, saying: Saying): string {
  return sayName(fact, { ...saying, about: undefined });
}

function listed(words: Text, names: readonly string[], { language }: Saying): readonly string[] {
  return names.length === 0 ? [] : [fill(words, language, names.join(WORDS.comma[language]))];
}

const ASK: Text = { zh: '还需要了解（知道了就可能确定）：{}。', en: 'Still to be known (this can decide it): {}.' };
const ASK_ALL: Text = { zh: '还需要了解：{}。', en: 'Still to be known: {}.' };
const LATER: Text = { zh: '之后可能还要了解：{}。', en: 'Perhaps after that: {}.' };
const NO_FIGURE: Text = { zh: '政策在这一天没有规定：{}。', en: 'The policy has no figure on this day for: {}.' };
