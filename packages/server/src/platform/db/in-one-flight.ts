import pg from 'pg';

// What PostgreSQL says to every statement after the one that failed, and to a prepared one whose preparation did.
const AFTERMATH = new Set(['25P02', '26000']);

type Answers<T extends readonly (() => Promise<unknown>)[]> = { -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> };

/**
 * Sends statements of one transaction without waiting for one before the next: one round trip, executed in this order.
 * None may need the answer of another. All are over when this ends; the failure told is the one that came first.
 */
export async function inOneFlight<const T extends readonly (() => Promise<unknown>)[]>(
  ...statements: T
): Promise<Answers<T>> {
  const outcomes = await Promise.allSettled(statements.map((send) => send()));
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  if (failures.length > 0) throw failures.find((failure) => !isAftermath(failure)) ?? failures[0];
  // The tuple of what the statements resolve to; `allSettled` keeps their places.
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined)) as Answers<T>;
}

function isAftermath(failure: unknown): boolean {
  return failure instanceof pg.DatabaseError && AFTERMATH.has(failure.code ?? '');
}
