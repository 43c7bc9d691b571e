import type { PolicyRule } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { rulesByTopic } from './rule-topics.ts';

function rule(id: string, topic: string | null): PolicyRule {
  const none = { expression: null, table: null, words: null, sentence: null };
  const unset = { ...none, from: null, to: null, fromPack: null, clause: null };
  return { id, label: both(id), on: 'household', unit: 'flag', topic: topic === null ? null : both(topic), ...unset };
}

function both(text: string) {
  return { zh: text, en: text };
}

test('rules stand together under their topic in the order of the packs; those of none come last', () => {
  const rules = [rule('age', 'people'), rule('lost', null), rule('local', 'people'), rule('gap', 'dibao')];
  expect(rulesByTopic(rules).map((one) => [one.title?.en ?? '-', ...one.rules.map(({ id }) => id)].join(' '))).toEqual([
    'people age local',
    'dibao gap',
    '- lost',
  ]);
  expect(rulesByTopic([])).toEqual([]);
});
