import { expect, test } from 'vitest';
import { buildNavigation, findTrail } from './navigation.ts';
import type { StaffPage } from './page.ts';

const load: StaffPage['load'] = async () => () => null;
const title = { zh: '页', en: 'page' };
const list: StaffPage = {
  path: '/reports',
  title,
  permissions: ['report.read'],
  navigation: { group: 'desk', order: 2 },
  load,
};
const create: StaffPage = {
  path: '/cases/new',
  title,
  permissions: ['case.create'],
  navigation: { group: 'desk', order: 1 },
  load,
};
const detail: StaffPage = { path: '/reports/$reportId', title, parent: '/reports', load };

test('a person sees only menu entries the post may open, in their order', () => {
  expect(buildNavigation([list, create, detail], ['report.read', 'case.create'])).toEqual([
    { group: 'desk', pages: [create, list] },
  ]);
  expect(buildNavigation([list, create, detail], ['report.read'])).toEqual([{ group: 'desk', pages: [list] }]);
});

test('a group without pages does not appear', () => {
  expect(buildNavigation([list, create, detail], ['audit.read'])).toEqual([]);
});

test('the breadcrumbs lead from the list to the record', () => {
  expect(findTrail([list, create, detail], detail)).toEqual([list, detail]);
});
