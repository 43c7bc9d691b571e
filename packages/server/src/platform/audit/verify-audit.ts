import type { Database } from '../db/database.ts';
import { type AnchorKey, openAnchorKey } from './anchor-key.ts';
import { readAnchors } from './anchors-file.ts';
import { ENTRY_COLUMNS, type EntryText, GENESIS, HASHES, type HashVersion, hashEntry } from './entry-hash.ts';

const BATCH = 10_000;

export type AuditFault = {
  readonly seq: number;
  readonly entryId: string | null;
  readonly reason: { readonly zh: string; readonly en: string };
};
export type AuditVerdict = {
  readonly links: number;
  /** Signed heads that were compared, in the database and in the file outside it. */
  readonly anchors: number;
  readonly anchorsOutside: number;
  /** The first one; undefined when the log is whole. */
  readonly fault: AuditFault | undefined;
  /** Written but not yet chained; normal within seconds of the last act. */
  readonly unsealed: number;
};

/** Recomputes the whole chain and compares it with every signed head; names the first place that does not fit. */
export async function verifyAudit(database: Database, dataDir: string): Promise<AuditVerdict> {
  const key = openAnchorKey(dataDir);
  const { anchors, outside, fault: anchorFault } = await collectAnchors(database, dataDir, key);
  const walked = await walkChain(database, anchors);
  const fault = earliest(walked.fault, anchorFault, missingAnchor(anchors, walked.links));
  return {
    links: walked.links,
    anchors: anchors.size,
    anchorsOutside: outside,
    fault,
    unsealed: await countUnsealed(database),
  };
}

type LinkRow = EntryText & {
  readonly seq: number;
  readonly entry_id: number;
  readonly hash: Buffer;
  readonly version: number;
};

async function walkChain(
  database: Database,
  anchors: SignedHeads,
): Promise<{ links: number; fault: AuditFault | undefined }> {
  let previous: Buffer = GENESIS;
  let seq = 0;
  let coming = listLinks(database, 0);
  for (;;) {
    const rows = await coming;
    const isLast = rows.length < BATCH;
    // The next batch is read while this one is hashed.
    if (!isLast) coming = listLinks(database, rows.at(-1)?.seq ?? 0);
    for (const row of rows) {
      const fault = faultOf(row, seq + 1, previous, anchors);
      if (fault) {
        await coming;
        return { links: seq, fault };
      }
      previous = row.hash;
      seq = row.seq;
    }
    if (isLast) return { links: seq, fault: undefined };
  }
}

async function listLinks(database: Database, after: number): Promise<LinkRow[]> {
  const { rows } = await database.pool.query<LinkRow>(
    `SELECT l.seq, l.entry_id, l.hash, l.version, ${ENTRY_COLUMNS}
     FROM (SELECT * FROM yimen.audit_link WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}) l
     LEFT JOIN yimen.audit_entry e ON e.id = l.entry_id ORDER BY l.seq`,
    [after],
  );
  return rows;
}

function faultOf(row: LinkRow, expected: number, previous: Buffer, anchors: SignedHeads): AuditFault | undefined {
  const entryId = String(row.entry_id);
  if (row.seq !== expected)
    return { seq: expected, entryId: null, reason: { zh: `第 ${expected} 环缺失`, en: `link ${expected} is missing` } };
  if (row.id === null)
    return { seq: row.seq, entryId, reason: { zh: '这一环的日志被删除', en: 'the entry of this link was deleted' } };
  if (!isHashVersion(row.version))
    return { seq: row.seq, entryId, reason: { zh: '未知的散列版本', en: 'unknown hash version' } };
  if (!hashEntry(row.version, previous, row).equals(row.hash))
    return { seq: row.seq, entryId, reason: { zh: '日志内容或散列被改动', en: 'the entry or its hash was changed' } };
  const hash = row.hash.toString('hex');
  if (anchors.get(row.seq)?.some((signed) => signed !== hash))
    return {
      seq: row.seq,
      entryId,
      reason: {
        zh: '与签名锚点不符：此前的日志被整体改写',
        en: 'differs from the signed anchor: the log up to here was rewritten',
      },
    };
  return undefined;
}

function isHashVersion(version: number): version is HashVersion {
  return version in HASHES;
}

/** Every hash that was ever signed for a link: a rewritten chain is signed anew, and then contradicts what was signed before. */
type SignedHeads = ReadonlyMap<number, readonly string[]>;
type Anchors = { readonly anchors: SignedHeads; readonly outside: number; readonly fault: AuditFault | undefined };

async function collectAnchors(database: Database, dataDir: string, key: AnchorKey): Promise<Anchors> {
  const { rows } = await database.pool.query<{ seq: number; hash: Buffer; anchored_at: Date; signature: Buffer }>(
    'SELECT seq, hash, anchored_at, signature FROM yimen.audit_anchor ORDER BY seq',
  );
  const outside = readAnchors(dataDir);
  const anchors = new Map<number, string[]>();
  const inside = rows.map((row) => ({
    seq: row.seq,
    hash: row.hash,
    anchoredAt: row.anchored_at,
    signature: row.signature,
  }));
  const copies = (outside ?? []).map((line) => ({
    seq: line.seq,
    hash: Buffer.from(line.hash, 'hex'),
    anchoredAt: new Date(line.at),
    signature: Buffer.from(line.signature, 'base64'),
  }));
  for (const anchor of [...inside, ...copies]) {
    if (!key.verify(anchor, anchor.signature))
      return {
        anchors,
        outside: copies.length,
        fault: {
          seq: anchor.seq,
          entryId: null,
          reason: { zh: '锚点签名无效', en: 'the signature of this anchor is wrong' },
        },
      };
    anchors.set(anchor.seq, [...(anchors.get(anchor.seq) ?? []), anchor.hash.toString('hex')]);
  }
  const hasLostFile = outside === undefined && inside.length > 0;
  const fault = hasLostFile
    ? {
        seq: inside[0]?.seq ?? 0,
        entryId: null,
        reason: {
          zh: '数据目录中的 anchors.log 缺失或损坏',
          en: 'anchors.log in the data directory is missing or damaged',
        },
      }
    : undefined;
  return { anchors, outside: copies.length, fault };
}

/** A tail cut off leaves a signed head beyond the end of the chain. */
function missingAnchor(anchors: SignedHeads, links: number): AuditFault | undefined {
  const beyond = [...anchors.keys()].filter((seq) => seq > links);
  if (beyond.length === 0) return undefined;
  const last = Math.max(...beyond);
  return {
    seq: links + 1,
    entryId: null,
    reason: {
      zh: `日志尾部缺失：签名锚点到第 ${last} 环`,
      en: `the tail is missing: an anchor was signed up to link ${last}`,
    },
  };
}

function earliest(...faults: (AuditFault | undefined)[]): AuditFault | undefined {
  return faults.filter((fault) => fault !== undefined).sort((a, b) => a.seq - b.seq)[0];
}

async function countUnsealed(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    'SELECT count(*) AS n FROM yimen.audit_entry e WHERE e.id > coalesce((SELECT max(entry_id) FROM yimen.audit_link), 0)',
  );
  return rows[0]?.n ?? 0;
}
