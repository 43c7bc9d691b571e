import { createHash } from 'node:crypto';

/** Hash versions of `audit_link.version`. */
export const HASHES = { 1: 'sha256', 2: 'sm3' } as const;
export type HashVersion = keyof typeof HASHES;

/** Before the first link. */
export const GENESIS = Buffer.alloc(32);

/** One entry as text, in the order it is hashed; the time to the microsecond, so that no digit can be changed. */
export const ENTRY_COLUMNS = `e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at, e.action, e.outcome,
  e.account_id::text, e.post_id::text, e.office_id::text, e.role, e.region_code, e.behalf_account_id::text,
  e.subject_type, e.subject_id, e.purpose, e.details::text, e.request_id::text, e.client`;

export type EntryText = Readonly<Record<(typeof FIELDS)[number], string | null>>;

const FIELDS = [
  'id',
  'at',
  'action',
  'outcome',
  'account_id',
  'post_id',
  'office_id',
  'role',
  'region_code',
  'behalf_account_id',
  'subject_type',
  'subject_id',
  'purpose',
  'details',
  'request_id',
  'client',
] as const;

const ABSENT = 0xffff_ffff;

/**
 * Hash of the version, the previous hash and every field behind its length. Fields joined by a separator could be moved
 * across it without changing the text; a length in front of each cannot be forged.
 */
export function hashEntry(version: HashVersion, previous: Buffer, entry: EntryText): Buffer {
  const canonical = Buffer.allocUnsafe(1 + previous.length + sizeOf(entry));
  canonical.writeUInt8(version, 0);
  previous.copy(canonical, 1);
  let at = 1 + previous.length;
  for (const field of FIELDS) {
    const value = entry[field];
    // Behind its own length; an absent field has a length no text can have.
    const length = value === null ? 0 : canonical.write(value, at + 4, 'utf8');
    canonical.writeUInt32BE(value === null ? ABSENT : length, at);
    at += 4 + length;
  }
  return createHash(HASHES[version]).update(canonical).digest();
}

function sizeOf(entry: EntryText): number {
  return FIELDS.reduce((sum, field) => sum + 4 + Buffer.byteLength(entry[field] ?? ''), 0);
}
