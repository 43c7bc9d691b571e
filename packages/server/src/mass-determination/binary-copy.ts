import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ByteWriter } from './packed-bytes.ts';

/** "PGCOPY\n\377\r\n\0", no flags, no extension. */
const HEADER_BYTES = 19;

/**
 * Everything a COPY … TO STDOUT (FORMAT binary) says, in one piece. It stands in the room until the next is copied there:
 * fresh memory for each would have all of it cleared up as often.
 */
export async function copyOut(client: pg.ClientBase, statement: string, room: ByteWriter): Promise<CopyReader> {
  room.clear();
  for await (const chunk of client.query(copyTo(statement))) room.bytes(chunk);
  return new CopyReader(room.inPlace());
}

/** Field by field, in the order of the statement; none may be null. */
export class CopyReader {
  readonly #bytes: Buffer;
  #at = HEADER_BYTES;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** False at the end. */
  nextRow(): boolean {
    const fields = this.#bytes.readInt16BE(this.#at);
    this.#at += 2;
    return fields >= 0;
  }

  bytes(): Buffer {
    const length = this.#bytes.readInt32BE(this.#at);
    const from = this.#at + 4;
    this.#at = from + length;
    return this.#bytes.subarray(from, this.#at);
  }

  text(): string {
    return this.bytes().toString('utf8');
  }

  uuid(): string {
    return uuidText(this.bytes());
  }
}

export function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** As PostgreSQL sends and takes it. */
export function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
