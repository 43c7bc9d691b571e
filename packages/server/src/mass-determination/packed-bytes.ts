const LARGEST_INT31 = 2 ** 31;
const LARGEST_WEIGHT = 2 ** 49;

/** Whole numbers as bytes of seven bits, small ones in one: the low end first, the top bit says that more follow. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** From 0 up to 2^53. */
  whole(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Negative ones too: 0, -1, 1, -2 … */
  signed(value: number): void {
    this.whole(value < 0 ? -2 * value - 1 : 2 * value);
  }

  bytes(value: Buffer): void {
    this.#reserve(value.length);
    this.#length += value.copy(this.#bytes, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  /** What was written since the last clear, as it stands there until more is written. */
  inPlace(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A copy of it. */
  written(): Buffer {
    return Buffer.from(this.inPlace());
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

export class ByteReader {
  at = 0;
  #bytes: Buffer = Buffer.alloc(0);

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Whoever reads a million households makes one reader and opens one after another. */
  open(bytes: Buffer): this {
    this.#bytes = bytes;
    this.at = 0;
    return this;
  }

  /** NaN where the bytes are no number. */
  whole(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.at++] ?? 0;
    if (byte < 128) return byte;
    let value = byte - 128;
    let weight = 128;
    do {
      if (this.at >= bytes.length || weight > LARGEST_WEIGHT) return Number.NaN;
      byte = bytes[this.at++] ?? 0;
      value += (byte & 127) * weight;
      weight *= 128;
    } while (byte >= 128);
    return value;
  }

  /** So many bytes as they stand. */
  part(length: number): Buffer {
    const from = this.skip(length);
    return this.#bytes.subarray(from, this.at);
  }

  /** @returns where the bytes that were passed over begin. */
  skip(length: number): number {
    const from = this.at;
    this.at += length;
    if (!(this.at <= this.#bytes.length)) throw new RangeError('packed bytes end too early');
    return from;
  }

  signed(): number {
    const value = this.whole();
    if (value < LARGEST_INT31) return value & 1 ? -(value + 1) / 2 : value / 2;
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }
}
