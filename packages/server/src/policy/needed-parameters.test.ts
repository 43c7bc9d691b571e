import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NEEDED_PARAMETERS, SHOWN_PARAMETERS } from '@yimen/rules';
import { describe, expect, test } from 'vitest';

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url));

function codeOf(room: string): readonly string[] {
  const folder = `${PACKAGES}${room}/src/`;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('testing/'))
    .filter((path) => !path.endsWith('needed-parameters.ts'))
    .map((path) => readFileSync(folder + path, 'utf8'));
}

const code = [...codeOf('rules'), ...codeOf('server')];
const isNamed = (id: string) => code.some((text) => text.includes(`'${id}'`));

describe('a parameter the code is said to ask for is asked for', () => {
  test.each(NEEDED_PARAMETERS.map(({ id }) => id))('%s', (id) => {
    expect(isNamed(id)).toBe(true);
  });
});

test('what is only shown is asked for nowhere', () => {
  expect(SHOWN_PARAMETERS.filter(isNamed)).toEqual([]);
});
