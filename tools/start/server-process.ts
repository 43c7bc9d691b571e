import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartFailure } from '../../packages/server/src/platform/runtime/index.ts';
import type { Profile } from '../../packages/server/src/platform/settings.ts';

export type Role = 'api' | 'worker';

export type ServerOptions = {
  databaseUrl: string;
  port: number;
  host: string;
  metricsPort: number;
  dataDir: string;
  profile: Profile;
};

export type ToServer = { do: 'start'; role: Role; options: ServerOptions } | { do: 'stop' };
export type FromServer = { is: 'ready'; address: string } | { is: 'failed'; reason: string };

export type ServerProcess = {
  /** Resolves to the address once it answers. */
  start: (options: ServerOptions) => Promise<string>;
  stop: () => Promise<void>;
  kill: () => void;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
// Running a while means the last crash is over and the next one starts counting anew.
const STEADY_MS = 60_000;
const STOP_PATIENCE_MS = 20_000;

type Wish = { role: Role; write: (chunk: Buffer) => void; log: (line: string) => void };

/**
 * Runs one role in a process of its own and starts it again whenever it dies. The process is made at once, so that it
 * loads its code while the database starts; only its first start must succeed.
 */
export function makeServerProcess(wish: Wish): ServerProcess {
  let isEnding = false;
  let pauseMs = FIRST_PAUSE_MS;
  let child = launch(wish);

  function watch(options: ServerOptions): void {
    const startedAt = Date.now();
    child.once('exit', (code, signal) => {
      if (isEnding) return;
      wish.log(`${wish.role} stopped (${signal ?? code}); starting it again`);
      if (Date.now() - startedAt > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      void restart(options);
    });
  }

  async function restart(options: ServerOptions): Promise<void> {
    await delay(pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    if (isEnding) return;
    child = launch(wish);
    watch(options);
    await ready(wish.role, child, options).then(
      () => wish.log(`${wish.role} is back`),
      (error: unknown) => wish.log(String(error)),
    );
  }

  return {
    start: async (options) => {
      const address = await ready(wish.role, child, options);
      watch(options);
      return address;
    },
    kill: () => child.kill('SIGKILL'),
    stop: async () => {
      isEnding = true;
      await stopChild(child);
    },
  };
}

function launch({ write }: Wish): ChildProcess {
  const child = fork(join(import.meta.dirname, 'serve.ts'), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', write);
  child.on('error', () => undefined);
  return child;
}

function ready(role: Role, child: ChildProcess, options: ServerOptions): Promise<string> {
  const message: ToServer = { do: 'start', role, options };
  if (child.connected) child.send(message);
  return new Promise((resolve, reject) => {
    if (!child.connected) reject(serverFailure(role, 'exit'));
    child.once('message', (message: FromServer) => {
      if (message.is === 'ready') resolve(message.address);
      else reject(serverFailure(role, message.reason));
    });
    child.once('exit', () => reject(serverFailure(role, 'exit')));
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const message: ToServer = { do: 'stop' };
  if (child.connected) child.send(message);
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
  await exited;
  clearTimeout(timer);
}

function serverFailure(role: Role, reason: string): StartFailure {
  return new StartFailure({ zh: `服务 ${role} 未能启动：${reason}`, en: `The ${role} did not start: ${reason}` });
}
