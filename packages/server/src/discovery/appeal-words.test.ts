import { expect, test } from 'vitest';
import { loadPolicySet, policyOfPlace } from '../policy/index.ts';
import { appealWords } from './appeal-words.ts';

const policies = loadPolicySet();
const on = (day: string) => policyOfPlace(policies, { region: '341503100201', on: day }, new Date(day));

test('a refusal says by when it can be taken further, in the figures of the law', () => {
  const { zh, en } = appealWords(on('2026-03-01'));
  expect(zh).toContain('60日内申请行政复议');
  expect(zh).toContain('6个月内提起行政诉讼');
  expect(en).toContain('60');
});

test('before the law that holds the figure nothing is said', () => {
  expect(appealWords(on('2023-12-31'))).toEqual({ zh: '', en: '' });
});
