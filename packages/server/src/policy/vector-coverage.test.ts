import { existsSync, readFileSync } from 'node:fs';
import { listVectorIds } from '@yimen/rules/testing';
import { describe, expect, test } from 'vitest';
import { TEST_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { VECTORS_IN_TESTS, VECTORS_OF_LATER_ROOMS } from '../../test-data/where-vectors-are.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const ROOT = new URL('../../../../', import.meta.url);
const ids = listVectorIds();
const examples = [...loadPolicySet(POLICIES_DIRECTORY, TEST_POLICIES_DIRECTORY).packs.values()]
  .flatMap(({ vectors }) => vectors)
  .map(({ id }) => id);
const inTests = Object.values(VECTORS_IN_TESTS).flat();
const later = Object.values(VECTORS_OF_LATER_ROOMS).flat();

function isExample(id: string): boolean {
  return examples.some((example) => example === id || example.startsWith(`${id}-`));
}

describe('every public vector is proven somewhere or waits for its room', () => {
  test.each(ids)('%s', (id) => {
    const places = [isExample(id), inTests.includes(id), later.includes(id)];
    expect(places, 'worked example of a pack, test, later room').toContain(true);
  });

  test('what waits for its room is proven nowhere yet, and everything listed is a vector', () => {
    expect(later.filter((id) => isExample(id) || inTests.includes(id))).toEqual([]);
    expect([...inTests, ...later].filter((id) => !ids.includes(id))).toEqual([]);
    expect(examples.filter((id) => id.startsWith('T-') && !ids.includes(id.slice(0, 5)))).toEqual([]);
  });

  test.each(Object.entries(VECTORS_IN_TESTS))('%s names the vectors it is listed with', (path, listed) => {
    const file = new URL(path, ROOT);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    expect(listed.filter((id) => !text.includes(id))).toEqual([]);
  });
});
