import { type Catalogue, findCatalogueFaults } from '@yimen/ui';
import { expect, test } from 'vitest';

const files = import.meta.glob<Readonly<Record<string, Catalogue>>>('./*/labels.ts', { eager: true });
const catalogues = Object.entries(files).flatMap(([path, labels]) =>
  Object.entries(labels).map(([name, catalogue]) => [`${path} ${name}`, catalogue] as const),
);

test.each(catalogues)('%s names the same things in both languages', (_, catalogue) => {
  expect(findCatalogueFaults(catalogue)).toEqual([]);
});
