import { createHmac } from 'node:crypto';
import { statSync } from 'node:fs';
import { canonicalText } from './canonical-text.ts';
import { type KeyProvider, masterKeyFile, openFileKeyProvider } from './key-provider.ts';
import { type Algorithm, keyRingFile, openKeyRing } from './key-ring.ts';
import { keyIdOf, openField, sealField } from './sealed-field.ts';

/** Seals single fields for one place in the database and makes blind indexes for exact search. */
export type Vault = {
  readonly currentKeyId: number;
  /** The result opens only for the same table, column and row. `column` with or without its `_encrypted` ending. */
  seal(table: string, column: string, rowId: string, text: string): Buffer;
  open(table: string, column: string, rowId: string, sealed: Uint8Array): string;
  sealBytes(table: string, column: string, rowId: string, content: Uint8Array): Buffer;
  openBytes(table: string, column: string, rowId: string, sealed: Uint8Array): Buffer;
  /** The same for every spelling of the same value; different for every purpose. */
  index(purpose: string, text: string): Buffer;
  keyIdOf(sealed: Uint8Array): number;
};

export type VaultOptions = {
  readonly dataDir: string;
  readonly algorithm?: Algorithm;
  /** A hardware module in place of the key file. */
  readonly provider?: KeyProvider;
};

/** How often a process looks for new keys. */
export const VAULT_REFRESH_MS = 10_000;

export async function openVault(options: VaultOptions): Promise<Vault> {
  const provider = options.provider ?? openFileKeyProvider(masterKeyFile(options.dataDir));
  const file = keyRingFile(options.dataDir);
  const open = () => openKeyRing(file, provider, options.algorithm ?? 'aes-256-gcm');
  let ring = await open();
  watchFile(file, async () => {
    ring = await open();
  });
  return {
    get currentKeyId() {
      return ring.current.id;
    },
    seal: (table, column, rowId, text) => sealField(ring, placeOf(table, column, rowId), Buffer.from(text, 'utf8')),
    open: (table, column, rowId, sealed) => openField(ring, placeOf(table, column, rowId), sealed).toString('utf8'),
    sealBytes: (table, column, rowId, content) => sealField(ring, placeOf(table, column, rowId), Buffer.from(content)),
    openBytes: (table, column, rowId, sealed) => openField(ring, placeOf(table, column, rowId), sealed),
    index: (purpose, text) =>
      createHmac(ring.indexHash, ring.indexKey(purpose)).update(canonicalText(purpose, text)).digest(),
    keyIdOf,
  };
}

/** Reads the keys again after they changed; while they cannot be read the present ones stay. Keeps no process alive. */
function watchFile(file: string, reload: () => Promise<void>): void {
  let seen = changedAt(file);
  const timer = setInterval(() => {
    const at = changedAt(file);
    if (at === undefined || at === seen) return;
    reload().then(
      () => {
        seen = at;
      },
      () => undefined,
    );
  }, VAULT_REFRESH_MS);
  timer.unref();
}

function changedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** Length-prefixed, so that no two places spell alike. */
function placeOf(table: string, column: string, rowId: string): Buffer {
  const parts = [table, column.replace(/_encrypted$/, ''), rowId].flatMap((part) => {
    const text = Buffer.from(part, 'utf8');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(text.length);
    return [length, text];
  });
  return Buffer.concat(parts);
}
