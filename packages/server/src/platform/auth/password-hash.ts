import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { refused } from '../refused.ts';
import type { Settings } from '../settings.ts';

// Hashing runs in libuv's threads; one core always stays free for everybody else.
const PARALLEL = Math.max(1, availableParallelism() - 1);
const LONGEST_QUEUE = 500;

const waiting: (() => void)[] = [];
let running = 0;

/** argon2id (the library's default variant), memory-hard. */
export function hashPassword(password: string, cost: Settings['passwordHash']): Promise<string> {
  return inTurn(() => hash(normal(password), { memoryCost: cost.memoryKib, timeCost: cost.passes, parallelism: 1 }));
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, normal(password)));
}

/** Two keyboards may compose the same character differently. */
function normal(password: string): string {
  return password.normalize('NFC');
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= LONGEST_QUEUE) throw refused('UNAVAILABLE');
  if (running >= PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
