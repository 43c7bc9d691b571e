import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { chainOf } from '../packages/rules/src/index.ts';
import { loadPolicySet } from '../packages/server/src/policy/index.ts';
import { openHouse } from './support/house.ts';
import * as onServer from './support/rules-of-place.ts';

declare global {
  /** What the bundle below leaves in the page. */
  var rulesOfPlace: typeof onServer;
}

const ADDRESS = '/rules-of-place.js';
const house = await openHouse({ now: '2026-03-02T02:00:00.000Z' });
const set = loadPolicySet();

test('the rules of every place run in the public pages as on the server, where no code may be generated', async () => {
  const { page } = await house.phone();
  const body = await bundled();
  await page.route(`**${ADDRESS}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.goto('/');
  await page.addScriptTag({ url: ADDRESS });
  const generating = await page.evaluate(() => rulesOfPlace.inItsOwnTurn(rulesOfPlace.generatingCode));
  expect(generating).toBe('EvalError');
  for (const pack of set.packs.values()) {
    const given = { chain: chainOf(set, pack.id), vectors: pack.vectors };
    const inBrowser = await page.evaluate(
      ({ chain, vectors }) => rulesOfPlace.inItsOwnTurn(() => rulesOfPlace.answersTo(chain, vectors)),
      given,
    );
    expect(inBrowser).toEqual(onServer.answersTo(given.chain, given.vectors));
  }
});

/** The rules alone, as a page would load them. */
async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL('support/rules-of-place.ts', import.meta.url));
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2024', lib: { entry, formats: ['iife'], name: 'rulesOfPlace' } },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('no bundle');
  return chunk.code;
}
