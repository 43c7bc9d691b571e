import { refused } from '../refused.ts';

/** The place after which a page starts: the sort values of the last row, opaque to the caller. */
export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor, or nothing for the first page; a cursor nobody issued is refused. */
export function readCursor(cursor: string | undefined, count: number): readonly string[] {
  if (cursor === undefined) return [];
  const values = parse(cursor);
  if (!Array.isArray(values) || values.length !== count || !values.every((value) => typeof value === 'string'))
    throw refused('INVALID_INPUT');
  return values;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
