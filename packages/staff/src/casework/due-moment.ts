import { todayInShanghai } from './today.ts';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** How a due moment is written: a limit in days ends with its last day, one in hours at its minute. */
export function dueMoment(dueAt: string): { readonly date: string } | { readonly instant: string } {
  const at = Date.parse(dueAt);
  // Midnight belongs to the day before.
  return (at + SHANGHAI_MS) % DAY_MS === 0 ? { date: todayInShanghai(at - 1) } : { instant: dueAt };
}
