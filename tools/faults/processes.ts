import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FromServer, Role, ServerOptions, ToServer } from '../start/server-process.ts';

const SERVE = join(import.meta.dirname, '..', 'start', 'serve.ts');

export type Killable = {
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** It ended though nobody killed it. */
  hasFallen(): boolean;
};

/** The api or the worker in a process of its own, as `npm start` runs it; killed, it is started again at once. */
export async function startProcess(
  role: Role,
  options: ServerOptions,
  read: (log: Readable) => void,
): Promise<Killable> {
  let child = await launch(role, options, read);
  const hasFallen = () => child.exitCode !== null || child.signalCode !== null;
  return {
    kill: async () => {
      await end(child, 'SIGKILL');
      child = await launch(role, options, read);
    },
    stop: () => end(child, 'SIGTERM'),
    hasFallen,
  };
}

function launch(role: Role, options: ServerOptions, read: (log: Readable) => void): Promise<ChildProcess> {
  const child = fork(SERVE, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  if (child.stdout) read(child.stdout);
  const message: ToServer = { do: 'start', role, options };
  child.send(message);
  return new Promise((resolve, reject) => {
    child.once('message', (answer: FromServer) =>
      answer.is === 'ready' ? resolve(child) : reject(new Error(answer.reason)),
    );
    child.once('exit', () => reject(new Error(`the ${role} ended before it was ready`)));
  });
}

function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

/** The postmaster of exactly this data directory and all its children, without a chance to write anything. */
export function killDatabase(dataDir: string): void {
  const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = childrenOf(postmaster);
  for (const pid of [postmaster, ...children]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        // The second field is the program's name in brackets and may hold spaces.
        return (
          Number(
            readFileSync(`/proc/${pid}/stat`, 'utf8')
              .replace(/^.*\) /s, '')
              .split(' ')[1],
          ) === parent
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}
