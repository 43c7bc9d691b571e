import { hash } from 'node:crypto';

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
export function hashEntry(version: HashVersion, previous: Uint8Array, canonicalEntry: Uint8Array): Buffer {
  const size = 1 + previous.length + canonicalEntry.length;
  // One buffer for all: a million links are hashed in a row.
  if (scratch.length < size) scratch = Buffer.allocUnsafe(size * 2);
  scratch.writeUInt8(version, 0);
  scratch.set(previous, 1);
  scratch.set(canonicalEntry, 1 + previous.length);
  return hash(HASHES[version], scratch.subarray(0, size), 'buffer');
}

let scratch = Buffer.allocUnsafe(4096);

/** Every field behind its own length, an absent one with a length no text can have: PostgreSQL's binary form of a row of texts. */
export function canonicalForm(entry: EntryText): Buffer {
  const canonical = Buffer.allocUnsafe(sizeOf(entry));
  let at = 0;
  for (const field of FIELDS) {
    const value = entry[field];
    const length = value === null ? 0 : canonical.write(value, at + 4, 'utf8');
    canonical.writeUInt32BE(value === null ? ABSENT : length, at);
    at += 4 + length;
  }
  return canonical;
}

function sizeOf(entry: EntryText): number {
  return FIELDS.reduce((sum, field) => sum + 4 + Buffer.byteLength(entry[field] ?? ''), 0);
}
