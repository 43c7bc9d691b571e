import type { Text } from '../text.ts';
import type { Explanation, MissingFact } from './explanation.ts';
import { sayNoRow } from './say-row.ts';
import { type Saying, sayingAbout, sayName } from './saying.ts';
import { fill, WORDS } from './words.ts';

/** What to ask: first the fewest facts that can decide, then what may matter after them. */
export function sayMissing(node: Explanation, saying: Saying): readonly string[] {
  return [...linesOf(node, saying)];
}

/** The first line alone; the others, which may name hundreds of facts, are not put together. */
export function sayFirstMissing(node: Explanation, saying: Saying): readonly string[] {
  const { value } = linesOf(node, saying).next();
  return value === undefined ? [] : [value];
}

function* linesOf({ missing, who }: Explanation, saying: Saying): Generator<string, undefined> {
  if (!missing) return;
  const { facts, parameters, rows = [] } = missing;
  const without = rows.map((row) => sayNoRow(row, sayingAbout(saying, who)));
  if (without.length > 0) yield fill(NO_ROW, saying.language, without.join(WORDS.semicolon[saying.language]));
  const decisive = facts.filter(({ isDecisive }) => isDecisive);
  if (decisive.length > 0) yield listed(ASK, namesOf(decisive, saying), saying);
  const others = facts.filter(({ isDecisive }) => !isDecisive);
  if (others.length > 0) yield listed(decisive.length > 0 ? LATER : ASK_ALL, namesOf(others, saying), saying);
  const unsaid = parameters.map(({ label }) => label[saying.language]);
  if (unsaid.length > 0) yield listed(NOT_SAID, unsaid, saying);
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

const ASK: Text = { zh: '还需要了解（知道了就可能确定）：{}。', en: 'Still to be known (this can decide it): {}.' };
const ASK_ALL: Text = { zh: '还需要了解：{}。', en: 'Still to be known: {}.' };
const LATER: Text = { zh: '之后可能还要了解：{}。', en: 'Perhaps after that: {}.' };
const NO_ROW: Text = { zh: '政策没有对应的规定：{}。', en: 'The policy does not provide for this case: {}.' };
const NOT_SAID: Text = { zh: '政策在这一天没有规定：{}。', en: 'On this day the policy says nothing about: {}.' };
