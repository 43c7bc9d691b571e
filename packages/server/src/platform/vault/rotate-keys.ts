import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { quoteName } from '../runtime/index.ts';
import { masterKeyFile, openFileKeyProvider } from './key-provider.ts';
import { type Algorithm, addDataKey, destroyOldKeys, keyRingFile, makeCurrent } from './key-ring.ts';
import { openVault, VAULT_REFRESH_MS, type Vault } from './vault.ts';

const BATCH = 200;

export type RotationOptions = {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly algorithm: Algorithm;
  /** Every process reads the keys again within this time; tests set it to nothing. */
  readonly settleMs?: number;
  /** Finish an interrupted rotation: no new key, only what still lies under an old one. */
  readonly resume?: boolean;
  readonly destroyOld?: boolean;
  readonly log: (line: string) => void;
};

/**
 * Changes the data key while the office works on. Every process learns the new key before anything is sealed with it,
 * then all fields are sealed again in small batches; an interrupted run goes on where it stopped.
 */
export async function rotateKeys(options: RotationOptions): Promise<number> {
  const { dataDir, settleMs = 2 * VAULT_REFRESH_MS } = options;
  const file = keyRingFile(dataDir);
  if (!options.resume) {
    const id = await addDataKey(file, openFileKeyProvider(masterKeyFile(dataDir)));
    await delay(settleMs);
    makeCurrent(file, id, options.algorithm);
    await delay(settleMs);
  }
  const vault = await openVault({ dataDir, algorithm: options.algorithm });
  const resealed = await resealEverything(options, vault);
  if (options.destroyOld) destroyOldKeys(file);
  return resealed;
}

type Column = { readonly table: string; readonly column: string };

async function resealEverything({ databaseUrl, log }: RotationOptions, vault: Vault): Promise<number> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'yimen-rotate-keys' });
  await client.connect();
  try {
    let total = 0;
    for (const column of await listSealedColumns(client)) {
      const count = await resealColumn(client, vault, column);
      if (count > 0) log(`${column.table}.${column.column}: ${count}`);
      total += count;
    }
    const answers = await repeatUntilNone(() => resealAnswers(client, vault));
    if (answers > 0) log(`idempotency.response: ${answers}`);
    return total + answers;
  } finally {
    await client.end();
  }
}

/** By convention every sealed field is a bytea named `…_encrypted` in a table whose row id is `id`. */
async function listSealedColumns(client: Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    "SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'yimen' AND data_type = 'bytea' AND column_name LIKE '%\\_encrypted' ORDER BY 1, 2",
  );
  return rows;
}

async function resealColumn(client: Client, vault: Vault, column: Column): Promise<number> {
  return repeatUntilNone(() => resealBatch(client, vault, column));
}

async function repeatUntilNone(batch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await batch();
    total += count;
    if (count === 0) return total;
  }
}

/** Short transactions: a row that somebody edits right now is waited for, and read as they left it. */
async function resealBatch(client: Client, vault: Vault, { table, column }: Column): Promise<number> {
  const [name, field] = [`yimen.${quoteName(table)}`, quoteName(column)];
  return inTransaction(client, async () => {
    const { rows } = await client.query<{ id: string; sealed: Buffer }>(
      `SELECT id::text, ${field} AS sealed FROM ${name} WHERE ${field} IS NOT NULL AND substring(${field} FROM 3 FOR 4) <> $1 LIMIT ${BATCH} FOR UPDATE`,
      [keyIdBytes(vault)],
    );
    for (const { id, sealed } of rows) {
      const content = vault.openBytes(table, column, id, sealed);
      await client.query(`UPDATE ${name} SET ${field} = $2 WHERE id = $1`, [
        id,
        vault.sealBytes(table, column, id, content),
      ]);
    }
    return rows.length;
  });
}

/** Base64 of a sealed field begins with its version byte; no JSON text, as other answers are kept, begins so. */
const SEALED_ANSWER = "CASE WHEN response LIKE 'AQ%' THEN decode(response, 'base64') END";

/** Answers that were kept sealed for a repeated command (the follow code of a report). */
async function resealAnswers(client: Client, vault: Vault): Promise<number> {
  return inTransaction(client, async () => {
    const { rows } = await client.query<{ key: string; caller: string; sealed: Buffer }>(
      `SELECT key::text, caller, ${SEALED_ANSWER} AS sealed FROM yimen.idempotency WHERE substring(${SEALED_ANSWER} FROM 3 FOR 4) <> $1 LIMIT ${BATCH} FOR UPDATE`,
      [keyIdBytes(vault)],
    );
    for (const { key, caller, sealed } of rows) {
      const answer = vault.openBytes('idempotency', 'response', key, sealed);
      await client.query('UPDATE yimen.idempotency SET response = $3 WHERE key = $1 AND caller = $2', [
        key,
        caller,
        vault.sealBytes('idempotency', 'response', key, answer).toString('base64'),
      ]);
    }
    return rows.length;
  });
}

function keyIdBytes(vault: Vault): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(vault.currentKeyId);
  return bytes;
}

async function inTransaction(client: Client, work: () => Promise<number>): Promise<number> {
  await client.query('BEGIN');
  try {
    const count = await work();
    await client.query('COMMIT');
    return count;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
