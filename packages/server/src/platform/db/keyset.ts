import { Refused } from '../refused.ts';

/** The place of the last row of a page: its sort value and its id. */
export type Cursor = readonly [string, string];

const UUID = /^[0-9a-f-]{36}$/;

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Undefined for a first page; a cursor that is not ours is a field error, not a crash. */
export function decodeCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const parsed = parse(text);
  if (!parsed)
    throw new Refused('INVALID_INPUT', undefined, [
      {
        path: 'cursor',
        message: { zh: '翻页标记无效，请从第一页开始', en: 'The page marker is not valid; start from the first page' },
      },
    ]);
  return parsed;
}

function parse(text: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [first, second] = value as unknown[];
    if (typeof first !== 'string' || typeof second !== 'string' || !UUID.test(second)) return undefined;
    return Number.isNaN(Date.parse(first)) && !/^[\w .-]{1,200}$/.test(first) ? undefined : [first, second];
  } catch {
    return undefined;
  }
}

/** Rows were asked for one more than the page holds; the extra one only says that there is a next page. */
export function pageFrom<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (row: T) => Cursor,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(placeOf(last)) : null };
}
