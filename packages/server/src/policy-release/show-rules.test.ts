import { chainOf, createRulebook, generatedFor } from '@yimen/rules';
import { expect, test } from 'vitest';
import { loadPolicySet } from '../policy/index.ts';
import { showRules } from './show-rules.ts';

const SET = loadPolicySet();
const RULEBOOK = createRulebook(generatedFor);

test.each([...SET.packs.keys()])(
  'the rules of %s are told in words, without a name of theirs left as it is written',
  (id) => {
    const rules = showRules({ chain: chainOf(SET, id), on: '2026-03-01', version: SET.version }, RULEBOOK);
    const told = rules.flatMap(({ words }) => words?.zh ?? []);
    expect(told.length).toBeGreaterThan(200);
    expect(told.filter((text) => /[A-Za-z]{2}/.test(text))).toEqual([]);
  },
);
