import { expect, test } from 'vitest';
import { problemFrom } from './problem.ts';
import { buildUrl } from './send.ts';

test('fills path parameters and leaves empty filters out', () => {
  const url = buildUrl('/api/cases/{caseId}/tasks', { caseId: 'a/b' }, { state: '', limit: 20, kind: ['x', 'y'] });
  expect(url).toBe('/api/cases/a%2Fb/tasks?limit=20&kind=x&kind=y');
});

test('refuses a path whose parameter is missing', () => {
  expect(() => buildUrl('/api/cases/{caseId}', {}, undefined)).toThrow('caseId');
});

test('a page of a proxy still becomes a problem with both languages', () => {
  const problem = problemFrom(502, '<html>', 'req-7');
  expect(problem).toMatchObject({ code: 'HTTP_502', status: 502, requestId: 'req-7' });
  expect(problem.words.zh).not.toBe('');
});
