import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** "PGCOPY\n\377\r\n\0", no flags, no extension. */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');

/** Everything a COPY … TO STDOUT (FORMAT binary) says, in one piece. */
export async function copyOut(client: pg.ClientBase, statement: string): Promise<CopyReader> {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(statement))) chunks.push(chunk);
  return new CopyReader(Buffer.concat(chunks));
}

export async function copyIn(client: pg.ClientBase, statement: string, rows: CopyWriter): Promise<void> {
  await pipeline([rows.finished()], client.query(copyFrom(statement)));
}

/** Field by field, in the order of the statement; none may be null. */
export class CopyReader {
  readonly bytes: Buffer;
  #at = HEADER.length;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** False at the end. */
  nextRow(): boolean {
    const fields = this.bytes.readInt16BE(this.#at);
    this.#at += 2;
    return fields >= 0;
  }

  int2(): number {
    this.#at += 6;
    return this.bytes.readInt16BE(this.#at - 2);
  }

  int4(): number {
    this.#at += 8;
    return this.bytes.readInt32BE(this.#at - 4);
  }

  /** A number of ours: well below 2^53. */
  int8(): number {
    this.#at += 12;
    return this.bytes.readInt32BE(this.#at - 8) * 4_294_967_296 + this.bytes.readUInt32BE(this.#at - 4);
  }

  /** Where a field of bytes begins and ends. */
  span(): { readonly from: number; readonly to: number } {
    const length = this.bytes.readInt32BE(this.#at);
    const from = this.#at + 4;
    this.#at = from + length;
    return { from, to: this.#at };
  }
}

export class CopyWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = HEADER.copy(this.#bytes);

  row(fields: number): void {
    this.#reserve(2);
    this.#length = this.#bytes.writeInt16BE(fields, this.#length);
  }

  int2(value: number): void {
    this.#size(2);
    this.#length = this.#bytes.writeInt16BE(value, this.#length);
  }

  int4(value: number): void {
    this.#size(4);
    this.#length = this.#bytes.writeInt32BE(value, this.#length);
  }

  int8(value: number): void {
    this.#size(8);
    this.#length = this.#bytes.writeInt32BE(Math.floor(value / 4_294_967_296), this.#length);
    this.#length = this.#bytes.writeUInt32BE(((value % 4_294_967_296) + 4_294_967_296) % 4_294_967_296, this.#length);
  }

  bytes(value: Buffer): void {
    this.#size(value.length);
    this.#length += value.copy(this.#bytes, this.#length);
  }

  none(): void {
    this.#reserve(4);
    this.#length = this.#bytes.writeInt32BE(-1, this.#length);
  }

  finished(): Buffer {
    this.row(-1);
    return this.#bytes.subarray(0, this.#length);
  }

  #size(length: number): void {
    this.#reserve(4 + length);
    this.#length = this.#bytes.writeInt32BE(length, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** As PostgreSQL sends and takes it. */
export function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
