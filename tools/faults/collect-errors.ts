import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

// pino's level of `error`.
const ERROR = 50;
// A database that is away is what the kills are about.
const UNAVAILABLE = 503;
const KINDS_KEPT = 50;

/** Reads the logs of all processes and keeps nothing but unexpected errors. */
export function collectErrors(): { read(log: Readable): void; list(): string[] } {
  const counts = new Map<string, number>();
  return {
    read: (log) => {
      createInterface({ input: log }).on('line', (line) => {
        const kind = kindOf(line);
        if (kind === undefined || (counts.size >= KINDS_KEPT && !counts.has(kind))) return;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      });
    },
    list: () => [...counts].map(([kind, count]) => `${count}× ${kind}`),
  };
}

/** The line without what differs each time. Undefined for what is no error, or one that was meant to happen. */
function kindOf(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  const entry = parseLine(line);
  if (entry === undefined || typeof entry['level'] !== 'number' || entry['level'] < ERROR) return undefined;
  if (entry['status'] === UNAVAILABLE) return undefined;
  const { time: _time, pid: _pid, reqId: _id, ...kind } = entry;
  return JSON.stringify(kind);
}

/** The last line of a killed process may be cut off. */
function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
