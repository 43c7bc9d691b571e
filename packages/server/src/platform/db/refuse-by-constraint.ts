import type { ErrorCode } from '@yimen/contracts';
import pg from 'pg';
import { type RefusalFacts, refused } from '../refused.ts';

/** Constraint names with the codes they become, and what the refusal says. */
export type Refusals = { readonly codes: Readonly<Record<string, ErrorCode>>; readonly facts: RefusalFacts };

/**
 * What the database forbids becomes a refusal that people understand: constraint name → code. The transaction is
 * aborted by then; a refusal rolls it back anyway.
 */
export async function refuseByConstraint<T>(
  codes: Readonly<Record<string, ErrorCode>>,
  facts: RefusalFacts,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const name = error instanceof pg.DatabaseError ? error.constraint : undefined;
    const code = name === undefined ? undefined : codes[name];
    throw code === undefined ? error : refused(code, facts);
  }
}
