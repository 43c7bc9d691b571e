import { type ActingPost, getMe, type Me, permissionsOf, ROLE_IDS, type Role, signOut } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { readSessionToken, sessionDigest } from '../http/cookies.ts';
import { type Implementation, implement } from '../http/implement.ts';
import type { PlatformServices } from '../platform-services.ts';
import { refused } from '../refused.ts';
import { endSession } from './sessions.ts';

/** Who is signed in, through which post, and which other posts are open to them now. */
export function getMeRoute({ settings }: PlatformServices): Implementation {
  return implement(getMe, async ({ tx, signedIn, now }): Promise<Me> => {
    if (!signedIn) throw refused('NOT_SIGNED_IN');
    const { accountId, actor, limitedTo } = signedIn;
    const account = await tx
      .selectFrom('account')
      .select(['login', 'name', 'totp_confirmed_at'])
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    const posts = limitedTo === null ? await listEffectivePosts(tx, accountId, now) : [];
    const post = posts.find(({ postId }) => postId === actor?.postId) ?? null;
    return {
      accountId,
      login: account.login,
      name: account.name,
      signIn: limitedTo ?? 'signed-in',
      post,
      posts,
      permissions: post === null ? [] : [...permissionsOf(post.role)],
      idleExpiresAt: signedIn.idleExpiresAt.toISOString(),
      secondFactor: account.totp_confirmed_at !== null,
      locality: settings.locality || (await findLocality(tx, post?.regionCode)),
      hotline: settings.hotline,
    };
  });
}

export function signOutRoute({ settings }: PlatformServices): Implementation {
  return implement(signOut, async ({ tx, now, headers, setSession }) => {
    const token = readSessionToken(headers['cookie'], settings.secure);
    if (token) await endSession(tx, sessionDigest(token), now);
    setSession(null);
    return { signedOut: true as const };
  });
}

type PostRow = Omit<ActingPost, 'role'> & { readonly role: string };

/** The county (or whatever smallest unit above it exists) that the post works for: what the header shows. */
async function findLocality(tx: Tx, regionCode: string | undefined): Promise<string> {
  if (regionCode === undefined) return '';
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM yimen.region WHERE code <= ${regionCode} AND range_to >= ${regionCode} AND level NOT IN ('township', 'village')
    ORDER BY code DESC LIMIT 1`.execute(tx);
  return rows[0]?.name ?? '';
}

/** Own posts as A, and posts as B while their A is absent. */
async function listEffectivePosts(tx: Tx, accountId: string, now: Date): Promise<ActingPost[]> {
  const { rows } = await sql<PostRow>`
    SELECT e.post_id AS "postId", p.title, p.role, o.id AS "officeId", o.name AS "officeName",
           p.region_code AS "regionCode", r.name AS "regionName", b.name AS "onBehalfOf"
    FROM yimen.effective_posts(${accountId}, ${now}) e
    JOIN yimen.post p ON p.id = e.post_id
    JOIN yimen.office o ON o.id = p.office_id
    JOIN yimen.region r ON r.code = p.region_code
    LEFT JOIN yimen.account b ON b.id = e.behalf_account_id
    ORDER BY e.kind, e.post_id`.execute(tx);
  return rows.filter(hasKnownRole);
}

function hasKnownRole(row: PostRow): row is ActingPost {
  return ROLE_IDS.includes(row.role as Role);
}
