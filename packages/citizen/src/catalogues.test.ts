import { type Catalogue, findCatalogueFaults } from '@yimen/ui';
import { expect, test } from 'vitest';

const catalogues = import.meta.glob<Catalogue>('./*/text.ts', { eager: true, import: 'text' });

test.each(Object.entries(catalogues))('%s says the same in both languages', (_, catalogue) => {
  expect(findCatalogueFaults(catalogue)).toEqual([]);
});

test('every catalogue exports `text`', () => {
  expect(Object.values(catalogues).every((catalogue) => typeof catalogue?.zh === 'object')).toBe(true);
});
