import type { Pack } from '@yimen/rules';
import { expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { withSession } from '../platform/runtime/index.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { findPolicyVersion, findVersionBeginning, keepPolicyVersion } from './index.ts';

const api = await startTestApi({ routes: () => [] });
const { database, policy, clock } = api.services;

test('the packs a process works by are kept whole, and are the same when they are read again', async () => {
  const kept = await database.transact(SYSTEM_CONTEXT, (tx) => findPolicyVersion(tx, policy.version));
  expect(kept?.packs.size).toBe(policy.packs.size);
  expect(kept?.packs.get('cn')).toEqual(policy.packs.get('cn'));
});

test('a version that was never used is not found', async () => {
  expect(await database.transact(SYSTEM_CONTEXT, (tx) => findPolicyVersion(tx, '0'.repeat(64)))).toBeUndefined();
});

test('a version is found by its beginning, unless another begins so too', async () => {
  const find = (beginning: string) => database.transact(SYSTEM_CONTEXT, (tx) => findVersionBeginning(tx, beginning));
  expect((await find(policy.version.slice(0, 8)))?.version).toBe(policy.version);
  expect(await find('00000000')).toBeUndefined();
  const packs = new Map<string, Pack>();
  const version = `${policy.version.slice(0, 12)}${'0'.repeat(52)}`;
  await database.transact(SYSTEM_CONTEXT, (tx) => keepPolicyVersion(tx, { version, packs }, clock.now()));
  expect(await find(policy.version.slice(0, 12))).toBeUndefined();
  expect((await find(policy.version))?.version).toBe(policy.version);
});

test('content that does not belong to its version is not taken for it', async () => {
  const forged = 'f'.repeat(64);
  const packs = new Map<string, Pack>();
  await database.transact(SYSTEM_CONTEXT, (tx) => keepPolicyVersion(tx, { version: forged, packs }, clock.now()));
  await expect(database.transact(SYSTEM_CONTEXT, (tx) => findPolicyVersion(tx, forged))).rejects.toThrow(
    'is not what was kept',
  );
});

test('every process that starts finds its version kept already', async () => {
  await database.transact(SYSTEM_CONTEXT, (tx) => keepPolicyVersion(tx, policy, clock.now()));
  const { rows } = await withSession(api.database.migratorUrl, (client) =>
    client.query('SELECT count(*)::int AS count FROM yimen.policy_version WHERE version = $1', [policy.version]),
  );
  expect(rows).toEqual([{ count: 1 }]);
});
