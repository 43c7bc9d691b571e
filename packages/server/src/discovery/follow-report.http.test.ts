import * as contract from '@yimen/contracts';
import { expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { aReport, smallCounty } from '../testing/index.ts';

const api = await startTestApi({
  now: '2026-03-02T02:00:00.000Z',
  settings: { rates: { signIn: 1e6, publicCommand: 10, publicRead: 1e6 } },
});
const county = await smallCounty(api);

test('somebody who guesses is stopped after ten tries a minute, signed in or not (PR11)', async () => {
  const session = await county.as('town.window');
  const told = await api.call(contract.reportInPublic, { body: aReport() });
  const guess = { receiptNo: told.body.receiptNo, followCode: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE' };
  const tries = [];
  for (let n = 0; n < 12; n += 1)
    tries.push((await api.call(contract.followReport, { body: guess }, n % 2 ? { session } : {})).status);
  expect(tries.slice(0, 9)).toEqual(Array(9).fill(404));
  expect(tries.slice(9)).toEqual([429, 429, 429]);
});
