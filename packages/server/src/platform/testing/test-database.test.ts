import { expect, test } from 'vitest';
import { withSession } from '../runtime/index.ts';
import { testDatabase } from './index.ts';

const database = await testDatabase();

test('a test file gets a migrated database of its own', async () => {
  const { rows } = await withSession(database.appUrl, (client) =>
    client.query<{ name: string; migrated: boolean }>(
      "SELECT current_database() AS name, to_regclass('public.yimen_migration') IS NOT NULL AS migrated",
    ),
  );
  expect(rows).toEqual([{ name: database.name, migrated: true }]);
});
