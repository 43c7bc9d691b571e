import type { PoolClient } from 'pg';
import type { Database } from '../db/database.ts';
import { type AnchorKey, openAnchorKey } from './anchor-key.ts';
import { readAnchors } from './anchors-file.ts';
import { GENESIS, HASHES, type HashVersion, hashEntry } from './entry-hash.ts';
import { type RawLink, readLinks } from './read-links.ts';

// Read well within the time limit of a statement.
const STRETCH = 10_000;
const READERS = 2;

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
export async function verifyAudit(
  database: Database,
  dataDir: string,
  { stretch = STRETCH }: { readonly stretch?: number } = {},
): Promise<AuditVerdict> {
  const key = openAnchorKey(dataDir);
  const { anchors, outside, fault: anchorFault } = await collectAnchors(database, dataDir, key);
  const walked = await walkChain(database, anchors, stretch);
  const fault = earliest(walked.fault, anchorFault, missingAnchor(anchors, walked.links));
  return {
    links: walked.links,
    anchors: anchors.size,
    anchorsOutside: outside,
    fault,
    unsealed: await countUnsealed(database),
  };
}

type Walked = { readonly links: number; readonly fault: AuditFault | undefined };

/** Each link keeps its own hash, so stretches of the chain are checked side by side and put together in order. */
async function walkChain(database: Database, anchors: SignedHeads, stretch: number): Promise<Walked> {
  const { rows } = await database.pool.query<{ head: number }>(
    'SELECT coalesce(max(seq), 0) AS head FROM yimen.audit_link',
  );
  const head = rows[0]?.head ?? 0;
  let next = 0;
  let first: Walked = { links: head, fault: undefined };
  async function walkStretches(): Promise<void> {
    // Beyond the first fault nothing matters.
    while (next < first.links) {
      const from = next;
      next += stretch;
      const walked = await walkStretch(database, { from, to: Math.min(from + stretch, head) }, anchors);
      if (walked.fault && walked.links < first.links) first = walked;
    }
  }
  await Promise.all(Array.from({ length: READERS }, walkStretches));
  return first;
}

async function walkStretch(
  { pool }: Database,
  stretch: { readonly from: number; readonly to: number },
  anchors: SignedHeads,
): Promise<Walked> {
  const client = await pool.connect();
  try {
    const previous = Buffer.from(await hashBefore(client, stretch.from));
    let links = stretch.from;
    let fault: AuditFault | undefined;
    await readLinks(client, stretch, (link) => {
      if (fault) return;
      fault = faultOf(link, links + 1, previous, anchors);
      if (fault) return;
      link.hash.copy(previous);
      links = link.seq;
    });
    return { links, fault: fault ?? (links < stretch.to ? missingLink(links + 1) : undefined) };
  } finally {
    client.release();
  }
}

/** A link that is gone is told by the stretch that ends with it. */
async function hashBefore(client: PoolClient, seq: number): Promise<Buffer> {
  const { rows } = await client.query<{ hash: Buffer }>('SELECT hash FROM yimen.audit_link WHERE seq = $1', [seq]);
  return rows[0]?.hash.length === GENESIS.length ? rows[0].hash : GENESIS;
}

function faultOf(link: RawLink, expected: number, previous: Buffer, anchors: SignedHeads): AuditFault | undefined {
  const { seq, version } = link;
  const entryId = String(link.entryId);
  if (seq !== expected) return missingLink(expected);
  if (link.entry === undefined)
    return { seq, entryId, reason: { zh: '这一环的日志被删除', en: 'the entry of this link was deleted' } };
  if (!isHashVersion(version)) return { seq, entryId, reason: { zh: '未知的散列版本', en: 'unknown hash version' } };
  if (!hashEntry(version, previous, link.entry).equals(link.hash))
    return { seq, entryId, reason: { zh: '日志内容或散列被改动', en: 'the entry or its hash was changed' } };
  const signedHashes = anchors.get(seq);
  if (signedHashes === undefined) return undefined;
  const hash = link.hash.toString('hex');
  if (signedHashes.some((signed) => signed !== hash))
    return {
      seq,
      entryId,
      reason: {
        zh: '与签名锚点不符：此前的日志被整体改写',
        en: 'differs from the signed anchor: the log up to here was rewritten',
      },
    };
  return undefined;
}

function missingLink(seq: number): AuditFault {
  return { seq, entryId: null, reason: { zh: `第 ${seq} 环缺失`, en: `link ${seq} is missing` } };
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
