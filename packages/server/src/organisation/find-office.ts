import type { PostRef } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import {
  findActivePost,
  findNearestOffice,
  findNearestPost,
  findOfficeById,
  findReception,
  type OfficeContact,
  type PostAtOffice,
  type PostFound,
  type Reception,
  selectPostRefs,
} from './queries.ts';
import type { RegionNode } from './region-file.ts';
import { selfAndAbove } from './region-tree.ts';

/** Levels a window serves; the bureau of the city or province is nobody's window. */
const SERVED = ['village', 'township', 'county'];

/** Of a place and what lies above it, the codes where windows are. */
function servedCodes(above: readonly RegionNode[]): string[] {
  return above.filter((node) => SERVED.includes(node.level)).map((node) => node.code);
}

/** The window that serves a place, whatever the hukou of the people: of the township, else the county's bureau. */
export async function findWindowOffice(tx: Tx, regionCode: string): Promise<OfficeContact | undefined> {
  const codes = servedCodes(selfAndAbove(regionCode));
  return codes.length === 0 ? undefined : findNearestOffice(tx, codes);
}

/** Who takes in what is told at a place: its window, the clerk there, and who is on duty at this moment. */
export async function findReceptionAt(
  tx: Tx,
  regionCode: string,
  roles: readonly string[],
  at: Date,
): Promise<Reception | undefined> {
  const above = selfAndAbove(regionCode);
  return findReception(tx, {
    codes: servedCodes(above),
    above: above.map((node) => node.code),
    countyCodes: above.filter((node) => node.level === 'county').map((node) => node.code),
    roles,
    at,
  });
}

export async function getOffice(tx: Tx, id: string): Promise<OfficeContact> {
  const office = await findOfficeById(tx, id);
  if (!office) throw refused('NOT_FOUND');
  return office;
}

export type PostWanted = {
  readonly officeId?: string;
  readonly role: string | readonly string[];
  readonly regionCode: string;
  /** Accounts that have had their say: a post whose A is one of them is passed over. */
  readonly notHeldBy?: readonly string[];
};

/**
 * The nearest active post of a role that somebody holds, at the place or above it. The row stays share-locked until the
 * act ends, so that the post cannot be closed between finding it and making it responsible.
 */
export async function findPostOfRole(tx: Tx, wanted: PostWanted): Promise<PostFound | undefined> {
  const codes = selfAndAbove(wanted.regionCode).map((node) => node.code);
  if (codes.length === 0) return undefined;
  const roles = typeof wanted.role === 'string' ? [wanted.role] : wanted.role;
  const { officeId = null, notHeldBy = [] } = wanted;
  return findNearestPost(tx, { codes, roles, officeId, notHeldBy });
}

/** An active post that somebody holds and that may take work over; locked like the one `findPostOfRole` finds. */
export async function getPost(tx: Tx, postId: string): Promise<PostAtOffice> {
  const post = await findActivePost(tx, postId);
  if (!post) throw refused('NOT_FOUND');
  return post;
}

/** A post as shown to colleagues, closed ones included. */
export async function getPostRef(tx: Tx, postId: string): Promise<PostRef> {
  const [post] = await selectPostRefs(tx, [postId]);
  if (!post) throw refused('NOT_FOUND');
  return post;
}
