import type pg from 'pg';

type Post = {
  readonly postId: string;
  readonly title: string;
  readonly officeName: string;
  readonly holderName: string | null;
};
type Row = Record<string, unknown>;

/** Names of regions and posts, read once when a floor starts: what stands on every page is not asked for every time. */
export type Names = { readonly regions: ReadonlyMap<string, string>; readonly posts: ReadonlyMap<string, Post> };

export async function readNames(pool: pg.Pool): Promise<Names> {
  const regions = await pool.query<{ code: string; full_name: string }>('SELECT code, full_name FROM region');
  const posts = await pool.query<Post>(
    `SELECT p.id AS "postId", p.title, o.name AS "officeName", a.name AS "holderName" FROM post p JOIN office o ON o.id = p.office_id
     LEFT JOIN post_holder h ON h.post_id = p.id AND h.kind = 'A' AND h.to_date IS NULL LEFT JOIN account a ON a.id = h.account_id`,
  );
  return {
    regions: new Map(regions.rows.map((row) => [row.code, row.full_name])),
    posts: new Map(posts.rows.map((row) => [row.postId, row])),
  };
}

export function nameMatters(names: Names, { items }: { items: Row[] }): unknown {
  return {
    items: items.map((row) => ({
      ...row,
      regionName: regionOf(names, row['regionCode']),
      responsible: postOf(names, row['responsiblePostId']),
    })),
  };
}

export function namePersons(names: Names, found: { item?: Row; items?: Row[] } | undefined): unknown {
  const hits = found?.items ?? (found?.item ? [found.item] : []);
  return { items: hits.map((row) => ({ ...row, regionName: regionOf(names, row['regionCode']) })) };
}

type Page = Row & { readonly household: Row & { readonly members: Row[] }; readonly tasks: Row[] };

export function nameCase(names: Names, found: { page: Page } | undefined): unknown {
  if (!found) return undefined;
  const { household, tasks, ...page } = found.page;
  return {
    ...page,
    placeName: regionOf(names, page['placeRegionCode']),
    responsible: postOf(names, page['responsiblePostId']),
    firstAsked: postOf(names, page['firstAskedPostId']),
    household: {
      ...household,
      regionName: regionOf(names, household['regionCode']),
      members: household.members.map((row) => ({
        ...row,
        residencePlace: regionOf(names, row['residenceRegionCode']),
      })),
    },
    tasks: tasks.map((row) => ({
      ...row,
      caseNo: page['caseNo'],
      urgency: page['urgency'],
      regionName: regionOf(names, page['placeRegionCode']),
      owner: postOf(names, row['ownerPostId']),
    })),
  };
}

function regionOf({ regions }: Names, code: unknown): string | undefined {
  return regions.get(String(code));
}

function postOf({ posts }: Names, id: unknown): Post | undefined {
  return posts.get(String(id));
}
