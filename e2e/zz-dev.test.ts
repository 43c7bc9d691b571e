import { writeFileSync, existsSync } from 'node:fs';
import { test } from 'vitest';
import { openHouse } from './support/house.ts';
const house = await openHouse({ now: '2026-03-02T15:40:00.000Z' });
test('dev', async () => {
  const tokens: Record<string, string> = {};
  for (const login of Object.keys(house.county.accounts)) tokens[login] = (await house.api.signInAs(login)).token;
  writeFileSync('/tmp/yimen-e/dev.json', JSON.stringify({ url: house.api.url, tokens }));
  for (let i = 0; i < 2400 && !existsSync('/tmp/yimen-e/dev.stop'); i += 1) { await new Promise((r) => setTimeout(r, 1000)); await house.settle(); }
}, 2_500_000);
