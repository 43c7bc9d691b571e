import { SealBroken } from '../platform/vault/sealed-field.ts';
import { openVault, type Vault } from '../platform/vault/vault.ts';
import type { CopyReader } from './binary-copy.ts';
import { type Page, readPage } from './page-content.ts';
import type { Place } from './place.ts';

/** Where the register is, and where the keys to it are: a thread opens both by itself. */
export interface RegisterAt {
  readonly databaseUrl: string;
  readonly dataDir: string;
}

export interface OpenPage extends Place {
  readonly id: string;
  /** Null when it cannot be opened. */
  readonly content: Page | null;
}

const VAULTS = new Map<string, Promise<Vault>>();

/** Once for a thread: a vault looks for new keys by itself. */
export function openPageVault({ dataDir }: RegisterAt): Promise<Vault> {
  const vault = VAULTS.get(dataDir) ?? openVault({ dataDir });
  VAULTS.set(dataDir, vault);
  return vault;
}

export function* openPages(vault: Pick<Vault, 'openBytes'>, reader: CopyReader): Generator<OpenPage> {
  while (reader.nextRow()) {
    const id = reader.uuid();
    const regionCode = reader.text();
    // Held to by a check of the table.
    const area = reader.text() as Place['area'];
    yield { id, regionCode, area, content: tryOpen(vault, id, reader.bytes()) };
  }
}

/** Null for a page that was altered, whose key is gone, or that was packed in another way. */
export function tryOpen(vault: Pick<Vault, 'openBytes'>, id: string, sealed: Buffer): Page | null {
  try {
    return readPage(vault.openBytes('packed_page', 'content', id, sealed));
  } catch (error) {
    if (error instanceof SealBroken || error instanceof RangeError) return null;
    throw error;
  }
}
