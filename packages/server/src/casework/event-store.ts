import type { Tx } from '../platform/db/database.ts';
import { insertTogether, type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import type { Actor } from '../platform/http/actor.ts';

/** Stands in the column of names; whoever is somebody has an office. */
const PLATFORM = '系统';

export function isByPlatform(event: { readonly by: string | null; readonly office: string }): boolean {
  return event.by === PLATFORM && event.office === '';
}

export type EventAuthor = Pick<Actor, 'accountId' | 'accountName' | 'postId' | 'officeName' | 'behalfName'> | 'system';

export type EventCase = { readonly id: string; readonly region_code: string };

/** One line of the timeline; insert-only. */
export function recordEvent(
  tx: Tx,
  author: EventAuthor,
  about: EventCase,
  act: string,
  now: Date,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> {
  return insertTogether(tx, newEvent(author, about, act, now, details));
}

/** One line of the timeline as part of a larger statement. */
export function newEvent(...entry: Parameters<typeof eventRow>): NewRows {
  return rowsOf('case_event', [eventRow(...entry)]);
}

export function eventRow(
  author: EventAuthor,
  about: EventCase,
  act: string,
  now: Date,
  details?: Readonly<Record<string, unknown>>,
) {
  const by =
    author === 'system'
      ? { account_id: null, post_id: null, by_name: PLATFORM, office_name: '', behalf_name: null }
      : {
          account_id: author.accountId,
          post_id: author.postId,
          by_name: author.accountName,
          office_name: author.officeName,
          behalf_name: author.behalfName,
        };
  return {
    case_id: about.id,
    region_code: about.region_code,
    at: now,
    act,
    details: details ? JSON.stringify(details) : null,
    ...by,
  };
}
