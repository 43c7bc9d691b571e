import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../lib/cache-directory.ts';

export type Launcher = {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** The exit code, once the process ended and its output is read. */
  readonly ended: Promise<number | null>;
};

/** `tools/start.ts` itself, as `npm start` runs it, with these settings alone. */
export function launch(dataDir: string, settings: Record<string, string>, args: readonly string[] = []): Launcher {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(YIMEN_|DATABASE_URL$|VITEST|NODE_)/.test(name));
  const env = { ...Object.fromEntries(inherited), ...settings, YIMEN_DATA_DIR: dataDir };
  const command = [join(ROOT, 'tools', 'start.ts'), ...args];
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, stdout: () => output.stdout, stderr: () => output.stderr, ended };
}

/** Processes that were given this data directory: the launcher, its servers, its PostgreSQL. */
export function listProcessesOf(dataDir: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return [`/proc/${pid}/environ`, `/proc/${pid}/cmdline`].some((file) => readFileSync(file).includes(dataDir));
    } catch {
      // Gone, or somebody else's.
      return false;
    }
  });
}

export async function occupyPort(): Promise<{ port: number; server: Server }> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, server };
}

export async function freePort(): Promise<number> {
  const { port, server } = await occupyPort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
