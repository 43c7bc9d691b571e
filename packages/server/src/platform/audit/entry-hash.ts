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
  const hash = createHash(HASHES[version]).update(Buffer.of(version)).update(previous);
  for (const field of FIELDS) {
    const value = entry[field];
    const length = Buffer.alloc(4);
    length.writeUInt32BE(value === null ? ABSENT : Buffer.byteLength(value));
    hash.update(length);
    if (value !== null) hash.update(value, 'utf8');
  }
  return hash.digest();
}
