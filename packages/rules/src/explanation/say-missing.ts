import type { Text } from '../text.ts';
import type { Explanation, MissingFact } from './explanation.ts';
import { sayNoRow } from './say-row.ts';
import { type Saying, sayingAbout, sayName } from './saying.ts';
import { fill, WORDS } from './words.ts';

/** What to ask: first the fewest facts that can decide, then what may matter after them. */
export function sayMissing(node: Explanation, saying: Saying): readonly string[] {
  return [...asked(node, saying), ...unsaid(node, saying)];
}

/** What to ask first, and what the policy lacks where nothing else helps; the other facts may be hundreds. */
export function sayFirstMissing(node: Explanation, saying: Saying): readonly string[] {
  const { value } = asked(node, saying).next();
  if (value === undefined) return unsaid(node, saying);
  return node.missing?.needsParameters ? [value, ...unsaid(node, saying)] : [value];
}

function* asked({ missing, who }: Explanation, saying: Saying): Generator<string, undefined> {
  if (!missing) return;
  const { facts, towards = null, isTried = false, rows = [] } = missing;
  const without = rows.map((row) => sayNoRow(row, sayingAbout(saying, who)));
  if (without.length > 0) yield fill(NO_ROW, saying.language, without.join(WORDS.semicolon[saying.language]));
  const decisive = facts.filter(({ isDecisive }) => isDecisive);
  if (decisive.length > 0) yield listed((isTried ? ASK : MAY)[towards ?? 'either'], namesOf(decisive, saying), saying);
  const others = facts.filter(({ isDecisive }) => !isDecisive);
  if (others.length > 0) yield listed(decisive.length > 0 ? LATER : ASK_ALL, namesOf(others, saying), saying);
}

function unsaid({ missing }: Explanation, saying: Saying): readonly string[] {
  const labels = (missing?.parameters ?? []).map(({ label }) => label[saying.language]);
  return labels.length > 0 ? [listed(NOT_SAID, labels, saying)] : [];
}

function namesOf(facts: readonly MissingFact[], saying: Saying): readonly string[] {
  const plain = sayingAbout(saying, undefined);
  return facts.map((fact) => {
    const name = sayName(fact, plain);
    return fact.unit === 'flag' ? fill(WORDS.yesOrNo, saying.language, name) : name;
  });
}

function listed(words: Text, names: readonly string[], { language }: Saying): string {
  return fill(words, language, names.join(WORDS.comma[language]));
}

const ASK = {
  yes: {
    zh: '还需要了解（有的回答可以直接得出“是”）：{}。',
    en: 'Still to be known (some answers make it yes at once): {}.',
  },
  no: {
    zh: '还需要了解（有的回答可以直接得出“否”）：{}。',
    en: 'Still to be known (some answers make it no at once): {}.',
  },
  either: {
    zh: '还需要了解（有的回答可以直接得出结果）：{}。',
    en: 'Still to be known (some answers decide it at once): {}.',
  },
} as const satisfies Record<string, Text>;
/** Of figures and days not all can be tried. */
const MAY = {
  yes: {
    zh: '还需要了解（有的回答可能直接得出“是”）：{}。',
    en: 'Still to be known (some answers may make it yes at once): {}.',
  },
  no: {
    zh: '还需要了解（有的回答可能直接得出“否”）：{}。',
    en: 'Still to be known (some answers may make it no at once): {}.',
  },
  either: {
    zh: '还需要了解（有的回答可能直接得出结果）：{}。',
    en: 'Still to be known (some answers may decide it at once): {}.',
  },
} as const satisfies Record<string, Text>;
const ASK_ALL: Text = { zh: '还需要了解：{}。', en: 'Still to be known: {}.' };
const LATER: Text = { zh: '之后可能还要了解：{}。', en: 'Perhaps after that: {}.' };
const NO_ROW: Text = { zh: '政策没有对应的规定：{}。', en: 'The policy does not provide for this case: {}.' };
const NOT_SAID: Text = {
  zh: '平台还没有当地这一天的政策数据：{}。',
  en: 'The platform does not yet have the local policy of this day on: {}.',
};
