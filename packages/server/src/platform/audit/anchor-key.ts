import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type AnchorKey = {
  readonly id: string;
  sign(anchor: AnchorContent): Buffer;
  verify(anchor: AnchorContent, signature: Uint8Array): boolean;
};
export type AnchorContent = { readonly seq: number; readonly hash: Buffer; readonly anchoredAt: Date };

export function anchorKeyFile(dataDir: string): string {
  return join(dataDir, 'keys', 'audit-anchor.pem');
}

/** The Ed25519 key that signs heads of the chain; outside the database, so that its administrator cannot sign. */
export function openAnchorKey(dataDir: string): AnchorKey {
  const file = anchorKeyFile(dataDir);
  if (!existsSync(file)) createKey(file);
  const privateKey = createPrivateKey(readFileSync(file));
  const publicKey = createPublicKey(privateKey);
  return {
    id: keyId(publicKey),
    sign: (anchor) => sign(null, messageOf(anchor), privateKey),
    verify: (anchor, signature) => verify(null, messageOf(anchor), publicKey, signature),
  };
}

function createKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    // Another worker made it in the same moment; its key counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function keyId(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

function messageOf({ seq, hash, anchoredAt }: AnchorContent): Buffer {
  return Buffer.from(`yimen audit anchor 1\n${seq}\n${hash.toString('hex')}\n${anchoredAt.toISOString()}\n`);
}
