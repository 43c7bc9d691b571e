import pg from 'pg';
import { isDatabaseAway } from '../../db/is-database-away.ts';
import { stackOf } from '../../stack-of.ts';

const RETRYABLE = new Set(['40001', '40P01']);

export function isRetryable(error: unknown): boolean {
  const code = sqlState(error);
  return code !== undefined && RETRYABLE.has(code);
}

export function isUnavailable(error: unknown): boolean {
  const code = sqlState(error) ?? '';
  // 53, 57, 58: no resources, somebody interfered, its system failed. 55P03: somebody holds the lock too long.
  if (isDatabaseAway(error) || /^(53|57|58|55P03)/.test(code)) return true;
  // No audit, no action: a refused audit row makes the act unavailable.
  return error instanceof Error && /permission denied for table audit_entry/.test(error.message);
}

function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

export function constraintOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined;
}

/** Messages quote values (of a row, of a badly written number, of unreadable JSON); logs carry the kind and place only. */
export function withoutData(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: 'unknown failure' };
  const stack = stackOf(error);
  if (!(error instanceof pg.DatabaseError)) return { name: error.name, code: (error as { code?: string }).code, stack };
  const { code, constraint, table, column, routine } = error;
  return { name: 'DatabaseError', sqlState: code, constraint, table, column, routine, stack };
}
