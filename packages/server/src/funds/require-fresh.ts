import { refused } from '../platform/refused.ts';

type Versioned = { readonly id: string; readonly version: number; readonly state: string };

/** A locked row that exists, has not changed since it was read, and is in a state the act starts from. */
export function requireFresh<R extends Versioned>(
  row: R | undefined,
  expectedVersion: number,
  states: readonly string[],
): asserts row is R {
  if (!row) throw refused('NOT_FOUND');
  if (row.version !== expectedVersion) {
    const theirs = { id: row.id, version: row.version, state: row.state };
    throw refused('VERSION_CONFLICT', { yours: { version: expectedVersion }, theirs });
  }
  if (!states.includes(row.state)) throw refused('STATE_CONFLICT', { state: row.state, needed: states });
}
