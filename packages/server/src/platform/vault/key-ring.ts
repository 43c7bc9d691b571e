import { createSecretKey, hkdfSync, type KeyObject, randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { KeyProvider } from './key-provider.ts';

export const ALGORITHMS = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/**
 * One data key: separate parts for each algorithm, so that no bytes serve two purposes. Key objects, because a cipher
 * over bare bytes makes one first: five times the work of a short field.
 */
export type DataKey = {
  readonly id: number;
  readonly aes: KeyObject;
  readonly sm4: KeyObject;
  readonly sm3: KeyObject;
};

export type KeyRing = {
  readonly algorithm: Algorithm;
  readonly current: DataKey;
  /** Chosen once: changing it would lose every blind index. */
  readonly indexHash: 'sha256' | 'sm3';
  find(id: number): DataKey | undefined;
  /** The key of one blind index; derived, so that equal values in two columns give different indexes. */
  indexKey(purpose: string): KeyObject;
};

const StoredKey = z.object({ id: z.int().min(1), wrapped: z.string(), createdAt: z.string() });
const Stored = z.object({
  algorithm: z.enum(ALGORITHMS),
  current: z.int(),
  keys: z.array(StoredKey).min(1),
  index: z.string(),
  indexHash: z.enum(['sha256', 'sm3']),
});
type Stored = z.infer<typeof Stored>;

const KEY_BYTES = 64;

export function keyRingFile(dataDir: string): string {
  return join(dataDir, 'keys', 'vault.json');
}

/** Opens the wrapped data keys of this installation; makes the first one when there is none. */
export async function openKeyRing(file: string, provider: KeyProvider, algorithm: Algorithm): Promise<KeyRing> {
  if (!existsSync(file)) await createKeyRing(file, provider, algorithm);
  const stored = readStored(file);
  const keys = new Map<number, DataKey>();
  for (const key of stored.keys)
    keys.set(key.id, splitKey(key.id, await provider.unwrap(Buffer.from(key.wrapped, 'base64'))));
  const index = await provider.unwrap(Buffer.from(stored.index, 'base64'));
  const current = keys.get(stored.current);
  if (current === undefined) throw new Error(`${file} names a current key it does not hold`);
  const { indexHash } = stored;
  return {
    algorithm: stored.algorithm,
    current,
    indexHash,
    find: (id) => keys.get(id),
    indexKey: deriveIndexKeys(index),
  };
}

/** Adds a key that can open but does not seal yet; the old ones stay until nothing is sealed with them. */
export async function addDataKey(file: string, provider: KeyProvider): Promise<number> {
  const stored = readStored(file);
  const key = await newStoredKey(provider);
  writeStored(file, { ...stored, keys: [...stored.keys, key] });
  return key.id;
}

/** From now on everything is sealed with this key. */
export function makeCurrent(file: string, id: number, algorithm: Algorithm): void {
  writeStored(file, { ...readStored(file), current: id, algorithm });
}

/** Forgets every key but the current one: what is still sealed with them can never be read again. */
export function destroyOldKeys(file: string): void {
  const stored = readStored(file);
  writeStored(file, { ...stored, keys: stored.keys.filter((key) => key.id === stored.current) });
}

async function createKeyRing(file: string, provider: KeyProvider, algorithm: Algorithm): Promise<void> {
  const key = await newStoredKey(provider);
  const index = (await provider.wrap(randomBytes(32))).toString('base64');
  const indexHash = algorithm === 'aes-256-gcm' ? 'sha256' : 'sm3';
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify({ algorithm, current: key.id, keys: [key], index, indexHash }, null, 2)}\n`;
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    // Another process made it in the same moment; its keys count.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

async function newStoredKey(provider: KeyProvider): Promise<z.infer<typeof StoredKey>> {
  const wrapped = await provider.wrap(randomBytes(KEY_BYTES));
  return { id: randomInt(1, 2 ** 32 - 1), wrapped: wrapped.toString('base64'), createdAt: new Date().toISOString() };
}

function readStored(file: string): Stored {
  return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function writeStored(file: string, stored: Stored): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function splitKey(id: number, material: Buffer): DataKey {
  if (material.length !== KEY_BYTES) throw new Error('a data key has the wrong length');
  return {
    id,
    aes: derive(material, 'aes-256-gcm', 32),
    sm4: derive(material, 'sm4-ctr', 16),
    sm3: derive(material, 'hmac-sm3', 32),
  };
}

function deriveIndexKeys(secret: Buffer): (purpose: string) => KeyObject {
  const known = new Map<string, KeyObject>();
  return (purpose) => {
    const key = known.get(purpose) ?? derive(secret, `index:${purpose}`, 32);
    known.set(purpose, key);
    return key;
  };
}

function derive(secret: Buffer, label: string, length: number): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `yimen ${label}`, length)));
}
