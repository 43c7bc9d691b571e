import { expect, test } from 'vitest';
import type { Question } from '../assessment/UrgencyQuestions.tsx';
import { hintOf } from './hint-of.ts';

const words = { zh: '问', en: 'question' };
const questions: readonly Question[] = [
  { id: 'lifeInDanger', label: words, help: null, options: [], raises: 'lifeThreatening' },
  { id: 'noShelter', label: words, help: null, options: [], raises: 'urgent' },
];

test('without an answer the hint stays ordinary', () => {
  expect(hintOf(questions, {})).toBe('ordinary');
});

test('the highest class answered with yes wins', () => {
  expect(hintOf(questions, { noShelter: true })).toBe('urgent');
  expect(hintOf(questions, { noShelter: true, lifeInDanger: true })).toBe('lifeThreatening');
});

test('no and not clear raise nothing', () => {
  expect(hintOf(questions, { noShelter: false, lifeInDanger: '' })).toBe('ordinary');
});
