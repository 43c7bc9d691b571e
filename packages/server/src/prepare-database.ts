import pg from 'pg';
import { loadReferenceData } from './organisation/index.ts';
import { migrate } from './platform/db/migrate.ts';

/** Brings a database to the present state: pending migrations, then what every installation needs. Returns the migrations applied. */
export async function prepareDatabase(migratorUrl: string): Promise<string[]> {
  const applied = await migrate(migratorUrl);
  const client = new pg.Client({ connectionString: migratorUrl, application_name: 'yimen-reference-data' });
  await client.connect();
  try {
    await loadReferenceData(client);
  } finally {
    await client.end();
  }
  return applied;
}
