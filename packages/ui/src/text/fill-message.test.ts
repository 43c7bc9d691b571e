import { expect, test } from 'vitest';
import { defineText, wordsOf } from './catalogue.ts';
import { fillMessage } from './fill-message.ts';

test('puts values between the braces', () => {
  expect(fillMessage('还剩 {days} 个工作日', { days: 2 })).toBe('还剩 2 个工作日');
});

test.each([
  [1, '1 day left'],
  [2, '2 days left'],
])('chooses the plural for %i', (days, text) => {
  expect(fillMessage('{days} {days|day|days} left', { days })).toBe(text);
});

test('keeps a name without a value visible', () => {
  expect(fillMessage('第 {step} 步')).toBe('第 {step} 步');
});

test('gives both languages of one message', () => {
  const text = defineText({ zh: { save: '保存' }, en: { save: 'Save' } });
  expect(wordsOf(text, 'save')).toEqual({ zh: '保存', en: 'Save' });
});
