import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/db/database.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { uuidBytes } from './binary-copy.ts';
import { tryOpen } from './open-pages.ts';
import { countOneLess, insertPage, lockPage, lockPageWithRoom, type PageRow, updatePage } from './packed-store.ts';
import { countsOf, type PackedHousehold, takeApart, writePage } from './page-content.ts';
import { type Place, placeKey } from './place.ts';

type Keys = Pick<Vault, 'openBytes' | 'sealBytes'>;

export interface PageToWrite extends Place {
  readonly id: string;
  readonly households: readonly PackedHousehold[];
}

/** Locked until the transaction ends: a page is written by one at a time. Undefined when it cannot be opened. */
export async function openPage(vault: Keys, tx: Tx, id: string): Promise<PageToWrite | undefined> {
  return opened(vault, await lockPage(tx, id));
}

function opened(vault: Keys, { id, regionCode, area, content }: PageRow): PageToWrite | undefined {
  const page = tryOpen(vault, id, content);
  return page ? { id, regionCode, area, households: takeApart(page) } : undefined;
}

/** On its own page, or on one of the place that has room. @returns the page. */
export async function putOnPage(
  vault: Keys,
  tx: Tx,
  place: Place,
  packed: PackedHousehold,
  own?: PageToWrite,
): Promise<string> {
  const found = own ?? (await pageWithRoom(vault, tx, place));
  const others = found?.households.filter(({ id }) => !id.equals(packed.id)) ?? [];
  const page = { id: found?.id ?? randomUUID(), ...place, households: [...others, packed] };
  if (found) await updatePage(tx, sealed(vault, page));
  else await insertPage(tx, sealed(vault, page));
  return page.id;
}

/** What cannot be opened stays as it is, and nobody looks at it any more when the last has gone. */
export async function takeFromPage(vault: Keys, tx: Tx, pageId: string, householdId: string): Promise<void> {
  const page = await openPage(vault, tx, pageId);
  if (!page) return countOneLess(tx, pageId);
  const id = uuidBytes(householdId);
  const households = page.households.filter((one) => !one.id.equals(id));
  await updatePage(tx, sealed(vault, { ...page, households }));
}

/** Pages that could not be opened, by place: looked at once in a process. They take nobody more. */
const CLOSED = new Map<string, string[]>();

async function pageWithRoom(vault: Keys, tx: Tx, place: Place): Promise<PageToWrite | undefined> {
  const closed = CLOSED.get(placeKey(place)) ?? [];
  CLOSED.set(placeKey(place), closed);
  for (;;) {
    const row = await lockPageWithRoom(tx, place, closed);
    const page = row && opened(vault, row);
    if (!row || page) return page;
    closed.push(row.id);
  }
}

function sealed(vault: Keys, { id, regionCode, area, households }: PageToWrite) {
  const content = vault.sealBytes('packed_page', 'content', id, writePage(households));
  return { id, regionCode, area, ...countsOf(households), content };
}
