import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Guards the data keys. The default keeps a master key in a file; a hardware module (密码机) implements the same two
 * acts without ever giving the master key out.
 */
export type KeyProvider = {
  readonly id: string;
  wrap(key: Buffer): Promise<Buffer>;
  unwrap(wrapped: Buffer): Promise<Buffer>;
};

export function masterKeyFile(dataDir: string, env: NodeJS.ProcessEnv = process.env): string {
  return env['YIMEN_KEY_FILE'] || join(dataDir, 'keys', 'master.json');
}

/** The master key in a file that only the starting user can read; created on first use. */
export function openFileKeyProvider(file: string): KeyProvider {
  const master = existsSync(file) ? readMaster(file) : createMaster(file);
  return {
    id: 'file',
    wrap: async (key) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', master, iv);
      const body = Buffer.concat([cipher.update(key), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    unwrap: async (wrapped) => {
      const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(wrapped.subarray(12, 28));
      return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
    },
  };
}

function createMaster(file: string): Buffer {
  const key = randomBytes(32);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const text = JSON.stringify({
    use: 'yimen master key: keep a copy apart from the backups',
    key: key.toString('base64'),
  });
  try {
    writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
    return key;
  } catch (error) {
    // Api and worker start at the same moment: the first one's key counts.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readMaster(file);
    throw error;
  }
}

function readMaster(file: string): Buffer {
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  const { key } = JSON.parse(readFileSync(file, 'utf8')) as { key?: unknown };
  const bytes = typeof key === 'string' ? Buffer.from(key, 'base64') : Buffer.alloc(0);
  if (bytes.length !== 32) throw new Error(`${file} does not hold a master key of 32 bytes`);
  return bytes;
}
