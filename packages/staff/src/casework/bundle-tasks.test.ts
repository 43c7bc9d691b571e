import type { TaskView } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { bundleTasks, tellTogether } from './bundle-tasks.ts';

interface Owed {
  readonly caseId?: string | null;
  readonly kind?: TaskView['kind'];
  readonly state?: TaskView['state'];
  readonly mineBecause?: TaskView['mineBecause'];
  readonly postId?: string;
  readonly dueOn?: string;
  readonly hint?: string;
}

/** A paper a case owes, unless something else is said. */
function task(id: string, owed: Owed = {}): TaskView {
  return {
    id,
    caseId: owed.caseId === undefined ? 'case' : owed.caseId,
    kind: owed.kind ?? 'collect-paper',
    state: owed.state ?? 'open',
    hint: owed.hint === undefined ? null : { zh: owed.hint, en: owed.hint },
    caseSummary: `张三 · ${id}`,
    mineBecause: owed.mineBecause ?? 'own-post',
    owner: { postId: owed.postId ?? 'post' },
    clock: { dueAt: `${owed.dueOn ?? '2026-03-09'}T16:00:00.000Z` },
  } as TaskView; // the other fields play no part
}

function idsOf(tasks: readonly TaskView[]): string[] {
  return bundleTasks(tasks).map((bundle) => bundle.map(({ id }) => id).join('+'));
}

test('papers owed by one case are one row where the first of them stood, the nearest due moment first', () => {
  const tasks = [task('户口簿', { dueOn: '2026-03-10' }), task('别家', { caseId: 'other' }), task('收入证明')];
  expect(idsOf(tasks)).toEqual(['收入证明+户口簿', '别家']);
});

test('another kind of task, another post, a post only substituted and another hint are rows of their own', () => {
  const tasks = [
    task('paper'),
    task('survey', { kind: 'survey' }),
    task('theirs', { postId: 'other' }),
    task('for the absent', { mineBecause: 'substitute' }),
    task('to be discussed', { hint: '先会商' }),
  ];
  expect(idsOf(tasks)).toEqual(['paper', 'survey', 'theirs', 'for the absent', 'to be discussed']);
});

test('tasks without a case and finished tasks are never put together', () => {
  const reports = [task('first', { caseId: null }), task('second', { caseId: null })];
  const done = [task('one', { state: 'done' }), task('two', { state: 'done' })];
  expect(idsOf([...reports, ...done])).toEqual(['first', 'second', 'one', 'two']);
});

test('a row of several tells the family once and each paper', () => {
  const [bundle] = bundleTasks([task('户口簿'), task('收入证明')]);
  expect(bundle && tellTogether(bundle)).toEqual({ head: '张三', each: ['户口簿', '收入证明'] });
});

test('a row of one tells its own summary; what is alike is told once', () => {
  const one = [task('户口簿')] as const;
  expect(tellTogether(one)).toEqual({ head: '张三 · 户口簿', each: [] });
  const alike = [task('a'), task('b')].map((each) => ({ ...each, caseSummary: '火灾' }));
  const [bundle] = bundleTasks(alike);
  expect(bundle && tellTogether(bundle)).toEqual({ head: '火灾', each: [] });
});
