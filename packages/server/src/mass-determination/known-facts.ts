import type { ByteReader, ByteWriter } from './packed-bytes.ts';

/** What is known of one household, member or event: place in the layout, rising, and value. */
export type KnownFacts = readonly (readonly [place: number, value: number])[];

export function writeKnown(writer: ByteWriter, known: KnownFacts): void {
  writer.whole(known.length);
  for (const [place, value] of known) {
    writer.whole(place);
    writer.signed(value);
  }
}

export function readKnown(reader: ByteReader): KnownFacts {
  return Array.from({ length: reader.whole() }, () => [reader.whole(), reader.signed()] as const);
}
