import { type PoolClient, Query } from 'pg';
import { ENTRY_COLUMNS } from './entry-hash.ts';

/** One link with its entry, valid only until the next one comes: the bytes are those of the connection. */
export type RawLink = {
  readonly seq: number;
  readonly entryId: number;
  readonly hash: Buffer;
  readonly version: number;
  /** The entry in its canonical form; undefined when it is gone. */
  readonly entry: Buffer | undefined;
};

// Signature, flags and the length of an extension that does not exist.
const HEADER_BYTES = 19;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const ABSENT = -1;

/**
 * The links after `from` up to `to`, in order. Read as binary COPY, whose rows of texts are byte for byte what was hashed:
 * nothing is turned into strings and back.
 */
export function readLinks(
  client: PoolClient,
  { from, to }: { readonly from: number; readonly to: number },
  each: (link: RawLink) => void,
): Promise<void> {
  const text = `COPY (SELECT l.seq, l.entry_id, l.hash, l.version, ${ENTRY_COLUMNS}
     FROM (SELECT * FROM yimen.audit_link WHERE seq > ${BigInt(from)} AND seq <= ${BigInt(to)} ORDER BY seq) l
     LEFT JOIN yimen.audit_entry e ON e.id = l.entry_id ORDER BY l.seq) TO STDOUT (FORMAT binary)`;
  return new Promise((resolve, reject) => {
    const query = new Query(text);
    query.on('end', () => resolve());
    query.on('error', reject);
    // PostgreSQL sends one message a row; the driver leaves them to whoever wants them.
    const handleCopyData = ({ chunk }: { readonly chunk: Buffer }) => {
      try {
        const row = chunk.subarray(0, SIGNATURE.length).equals(SIGNATURE) ? chunk.subarray(HEADER_BYTES) : chunk;
        const link = parseRow(row);
        if (link) each(link);
      } catch (error) {
        // Thrown here it would end the process, not the reading.
        reject(error);
      }
    };
    client.query(Object.assign(query, { handleCopyData }));
  });
}

/** Number of fields, then each behind its length. Undefined for the mark at the end, a number of -1. */
function parseRow(row: Buffer): RawLink | undefined {
  if (row.length < 2 || row.readInt16BE(0) === ABSENT) return undefined;
  const hashAt = 30;
  const hashEnd = hashAt + row.readInt32BE(26);
  const entryAt = hashEnd + 6;
  return {
    seq: Number(row.readBigInt64BE(6)),
    entryId: Number(row.readBigInt64BE(18)),
    hash: row.subarray(hashAt, hashEnd),
    version: row.readInt16BE(hashEnd + 4),
    entry: row.readInt32BE(entryAt) === ABSENT ? undefined : row.subarray(entryAt),
  };
}
