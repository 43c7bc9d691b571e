import type { PoolClient } from 'pg';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import type { Job } from '../jobs/job.ts';
import type { PlatformServices } from '../platform-services.ts';
import { type AnchorKey, openAnchorKey } from './anchor-key.ts';
import { type AnchorLine, appendAnchor } from './anchors-file.ts';
import { canonicalForm, ENTRY_COLUMNS, type EntryText, GENESIS, type HashVersion, hashEntry } from './entry-hash.ts';

const BATCH = 1000;
// Entries whose transaction committed after younger ones were sealed; older stragglers are found by the daily sweep.
const LATE_ENTRIES = 20_000;
const ANCHOR_EVERY_LINKS = 1000;
const ANCHOR_EVERY_MS = 5 * 60_000;

/** Chains what was written since the last run; writing an entry itself stays a plain insert. */
export const sealAuditJob: Job = { name: 'seal-audit', everySeconds: 5, run: (services) => sealAudit(services) };
export const sweepAuditJob: Job = {
  name: 'sweep-audit',
  everySeconds: 86_400,
  run: (services) => sealAudit(services, { everything: true }),
};

export async function sealAudit(services: PlatformServices, { everything = false } = {}): Promise<number> {
  const key = openAnchorKey(services.dataDir);
  let sealed = 0;
  for (;;) {
    const { count, anchor } = await sealBatch(services, key, everything);
    if (anchor) appendAnchor(services.dataDir, anchor);
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

type Batch = { readonly count: number; readonly anchor: AnchorLine | undefined };

function sealBatch(services: PlatformServices, key: AnchorKey, everything: boolean): Promise<Batch> {
  return services.database.transact(SYSTEM_CONTEXT, async (_tx, client) => {
    const lock = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock(4159002) AS mine');
    if (lock.rows[0]?.mine !== true) return { count: 0, anchor: undefined };
    const head = await findHead(client);
    const entries = await listUnsealed(client, everything ? 0 : head.newestEntry - LATE_ENTRIES);
    const version: HashVersion = services.settings.algorithm === 'aes-256-gcm' ? 1 : 2;
    const links = chain(head, entries, version);
    await insertLinks(client, links, version);
    const last = links.at(-1) ?? head;
    return { count: entries.length, anchor: await anchorIfDue(client, key, last, services.clock.now()) };
  });
}

type Link = { readonly seq: number; readonly hash: Buffer };
type Head = Link & { readonly newestEntry: number };

async function findHead(client: PoolClient): Promise<Head> {
  const { rows } = await client.query<{ seq: number; hash: Buffer; newest: number }>(
    'SELECT seq, hash, (SELECT max(entry_id) FROM yimen.audit_link) AS newest FROM yimen.audit_link ORDER BY seq DESC LIMIT 1',
  );
  const row = rows[0];
  return row ? { seq: row.seq, hash: row.hash, newestEntry: row.newest } : { seq: 0, hash: GENESIS, newestEntry: 0 };
}

async function listUnsealed(client: PoolClient, after: number): Promise<EntryText[]> {
  const { rows } = await client.query<EntryText>(
    `SELECT ${ENTRY_COLUMNS} FROM yimen.audit_entry e
     WHERE e.id > $1 AND NOT EXISTS (SELECT FROM yimen.audit_link l WHERE l.entry_id = e.id) ORDER BY e.id LIMIT ${BATCH}`,
    [after],
  );
  return rows;
}

function chain(
  head: Head,
  entries: readonly EntryText[],
  version: HashVersion,
): (Link & { readonly entryId: string })[] {
  let previous: Buffer = head.hash;
  return entries.map((entry, index) => {
    previous = hashEntry(version, previous, canonicalForm(entry));
    return { seq: head.seq + index + 1, entryId: entry.id ?? '', hash: previous };
  });
}

async function insertLinks(
  client: PoolClient,
  links: readonly (Link & { readonly entryId: string })[],
  version: HashVersion,
): Promise<void> {
  if (links.length === 0) return;
  await client.query(
    'INSERT INTO yimen.audit_link (seq, entry_id, hash, version) SELECT *, $4 FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])',
    [links.map(({ seq }) => seq), links.map(({ entryId }) => entryId), links.map(({ hash }) => hash), version],
  );
}

async function anchorIfDue(client: PoolClient, key: AnchorKey, last: Link, now: Date): Promise<AnchorLine | undefined> {
  if (last.seq === 0) return undefined;
  const { rows } = await client.query<{ seq: number; anchored_at: Date }>(
    'SELECT seq, anchored_at FROM yimen.audit_anchor ORDER BY seq DESC LIMIT 1',
  );
  const before = rows[0];
  if (before?.seq === last.seq) return undefined;
  const isOld = before === undefined || now.getTime() - before.anchored_at.getTime() >= ANCHOR_EVERY_MS;
  if (!isOld && last.seq - before.seq < ANCHOR_EVERY_LINKS) return undefined;
  const signature = key.sign({ seq: last.seq, hash: last.hash, anchoredAt: now });
  await client.query(
    'INSERT INTO yimen.audit_anchor (seq, hash, anchored_at, signature, key_id) VALUES ($1, $2, $3, $4, $5)',
    [last.seq, last.hash, now, signature, key.id],
  );
  return {
    seq: last.seq,
    hash: last.hash.toString('hex'),
    at: now.toISOString(),
    key: key.id,
    signature: signature.toString('base64'),
  };
}
