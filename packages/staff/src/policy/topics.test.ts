import type { PolicyParameter } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { byTopic, topicOf } from './topics.ts';

function parameter(id: string): PolicyParameter {
  const words = { zh: id, en: id };
  return {
    id,
    label: words,
    unit: 'count',
    per: null,
    byArea: false,
    options: null,
    columns: [],
    smallest: null,
    largest: null,
    inForce: [],
  };
}

test('a figure stands under the first word of its name; one nobody named under “other”, last', () => {
  expect([topicOf('dibao.standard'), topicOf('nobody.knows'), topicOf('toString.x')]).toEqual([
    'dibao',
    'other',
    'other',
  ]);
  const topics = byTopic(['nobody.knows', 'medical.cap', 'dibao.standard', 'medical.ratio'].map(parameter));
  expect([...topics].map(([topic, list]) => [topic, list.length])).toEqual([
    ['dibao', 1],
    ['medical', 2],
    ['other', 1],
  ]);
});
