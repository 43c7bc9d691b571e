import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Algorithm, DataKey, KeyRing } from './key-ring.ts';

// version 1 | algorithm 1 | key id 4 | iv | tag | ciphertext
const VERSION = 1;
const HEADER_BYTES = 6;

type Suite = {
  readonly code: number;
  readonly ivBytes: number;
  readonly tagBytes: number;
  encrypt(key: DataKey, iv: Buffer, aad: Buffer, text: Buffer): { body: Buffer; tag: Buffer };
  /** Undefined when the tag does not fit. */
  decrypt(key: DataKey, iv: Buffer, aad: Buffer, body: Buffer, tag: Buffer): Buffer | undefined;
};

const SUITES: Record<Algorithm, Suite> = {
  'aes-256-gcm': { code: 1, ivBytes: 12, tagBytes: 16, encrypt: encryptAes, decrypt: decryptAes },
  'sm4-ctr-hmac-sm3': { code: 2, ivBytes: 16, tagBytes: 32, encrypt: encryptSm4, decrypt: decryptSm4 },
};

/** A sealed field was altered, moved to another row, or its key is gone. */
export class SealBroken extends Error {
  constructor(reason: string) {
    super(`a sealed field cannot be opened: ${reason}`);
    this.name = 'SealBroken';
  }
}

export function sealField(ring: KeyRing, place: Buffer, content: Buffer): Buffer {
  const suite = SUITES[ring.algorithm];
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(VERSION, 0);
  header.writeUInt8(suite.code, 1);
  header.writeUInt32BE(ring.current.id, 2);
  const iv = randomBytes(suite.ivBytes);
  const { body, tag } = suite.encrypt(ring.current, iv, Buffer.concat([header, place]), content);
  return Buffer.concat([header, iv, tag, body]);
}

export function openField(ring: KeyRing, place: Buffer, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const suite = suiteOf(bytes);
  const key = ring.find(bytes.readUInt32BE(2));
  if (key === undefined) throw new SealBroken('unknown key');
  const ivEnd = HEADER_BYTES + suite.ivBytes;
  const tagEnd = ivEnd + suite.tagBytes;
  if (bytes.length < tagEnd) throw new SealBroken('too short');
  const aad = Buffer.concat([bytes.subarray(0, HEADER_BYTES), place]);
  const content = suite.decrypt(
    key,
    bytes.subarray(HEADER_BYTES, ivEnd),
    aad,
    bytes.subarray(tagEnd),
    bytes.subarray(ivEnd, tagEnd),
  );
  if (content === undefined) throw new SealBroken('wrong tag');
  return content;
}

/** Which key sealed a field, without opening it. */
export function keyIdOf(sealed: Uint8Array): number {
  return Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).readUInt32BE(2);
}

function suiteOf(bytes: Buffer): Suite {
  if (bytes.length < HEADER_BYTES || bytes[0] !== VERSION) throw new SealBroken('unknown format');
  const suite = Object.values(SUITES).find(({ code }) => code === bytes[1]);
  if (suite === undefined) throw new SealBroken('unknown algorithm');
  return suite;
}

function encryptAes(key: DataKey, iv: Buffer, aad: Buffer, text: Buffer) {
  const cipher = createCipheriv('aes-256-gcm', key.aes, iv).setAAD(aad);
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return { body, tag: cipher.getAuthTag() };
}

function decryptAes(key: DataKey, iv: Buffer, aad: Buffer, body: Buffer, tag: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key.aes, iv, { authTagLength: 16 }).setAAD(aad).setAuthTag(tag);
  const text = decipher.update(body);
  try {
    // Says whether the tag fits; of a stream cipher nothing is left to come.
    decipher.final();
    return text;
  } catch {
    return undefined;
  }
}

// OpenSSL here has no SM4-GCM: encrypt, then MAC over everything that decides the meaning.
function encryptSm4(key: DataKey, iv: Buffer, aad: Buffer, text: Buffer) {
  const cipher = createCipheriv('sm4-ctr', key.sm4, iv);
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return { body, tag: macSm3(key, iv, aad, body) };
}

function decryptSm4(key: DataKey, iv: Buffer, aad: Buffer, body: Buffer, tag: Buffer): Buffer | undefined {
  if (!timingSafeEqual(macSm3(key, iv, aad, body), tag)) return undefined;
  const decipher = createDecipheriv('sm4-ctr', key.sm4, iv);
  return decipher.update(body);
}

function macSm3(key: DataKey, iv: Buffer, aad: Buffer, body: Buffer): Buffer {
  const aadLength = Buffer.alloc(4);
  aadLength.writeUInt32BE(aad.length);
  return createHmac('sm3', key.sm3).update(aadLength).update(aad).update(iv).update(body).digest();
}
