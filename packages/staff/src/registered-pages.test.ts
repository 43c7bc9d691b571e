import { expect, test } from 'vitest';
import { findTrail } from './platform/navigation.ts';
import { pages } from './platform/registered-pages.ts';

test('no two pages share an address', () => {
  expect(new Set(pages.map((page) => page.path)).size).toBe(pages.length);
});

test('every parent named by a page is a page', () => {
  const orphans = pages.filter((page) => page.parent !== undefined && findTrail(pages, page).length < 2);
  expect(orphans.map((page) => page.path)).toEqual([]);
});

test.each(pages.map((page) => [page.path, page] as const))(
  '%s leads to a component',
  async (_, page) => {
    expect(typeof (await page.load())).toBe('function');
  },
  30_000,
);
