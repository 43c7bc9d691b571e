import { type RawBuilder, sql } from 'kysely';

/**
 * An instant as it goes over the wire: UTC with milliseconds and Z. For columns; inside JSON PostgreSQL writes instants
 * itself, which is cheaper, and the contract brings them into this form.
 */
export function isoInstant(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
