import { type Permission, permissionsOf, ROLES, type Role } from '@yimen/contracts';

/** Who acts in this request, through which post, on whose behalf. */
export type Actor = {
  readonly accountId: string;
  readonly accountName: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly role: Role;
  readonly officeId: string;
  readonly officeName: string;
  readonly officeKind: string;
  readonly scope: 'region' | 'office' | 'none';
  readonly regionCode: string;
  readonly regionTo: string;
  readonly permissions: ReadonlySet<Permission>;
  /** B acting while A is absent. */
  readonly behalfAccountId: string | null;
  readonly behalfName: string | null;
  /** False spares comparing every household with filings that do not exist. */
  readonly hasFiledRelatives: boolean;
  /** What `PostNames` knows is good as long as this stays the same. */
  readonly postNamesVersion: number;
};

/** A live session; `actor` is null for half-finished sign-ins and accounts without a post. */
export type SignedIn = {
  readonly accountId: string;
  readonly accountName: string;
  readonly limitedTo: 'second-factor' | 'password-change' | 'second-factor-setup' | null;
  readonly secondFactorAt: Date | null;
  readonly idleExpiresAt: Date;
  readonly lastSeenAt: Date;
  readonly actor: Actor | null;
};

/** The row that `yimen.enter` returns, as JSON: one column costs less to read than nineteen. */
export type EnterRow = {
  account_id: string;
  account_name: string;
  limited_to: SignedIn['limitedTo'];
  second_factor_at: string | null;
  idle_expires_at: string;
  last_seen_at: string;
  post_id: string | null;
  post_title: string | null;
  role: string | null;
  scope: Actor['scope'] | null;
  office_id: string | null;
  office_name: string | null;
  office_kind: string | null;
  region_code: string | null;
  region_to: string | null;
  behalf_account_id: string | null;
  behalf_name: string | null;
  has_filed_relatives: boolean | null;
  post_names_version: number | null;
};

export function signedInFrom(row: EnterRow): SignedIn {
  return {
    accountId: row.account_id,
    accountName: row.account_name,
    limitedTo: row.limited_to,
    secondFactorAt: row.second_factor_at === null ? null : new Date(row.second_factor_at),
    idleExpiresAt: new Date(row.idle_expires_at),
    lastSeenAt: new Date(row.last_seen_at),
    actor: row.limited_to === null ? actorFrom(row) : null,
  };
}

const permissionSets = new Map<Role, ReadonlySet<Permission>>();

function actorFrom(row: EnterRow): Actor | null {
  if (!row.post_id || !row.role || !isRole(row.role)) return null;
  return {
    accountId: row.account_id,
    accountName: row.account_name,
    postId: row.post_id,
    postTitle: row.post_title ?? '',
    role: row.role,
    officeId: row.office_id ?? '',
    officeName: row.office_name ?? '',
    officeKind: row.office_kind ?? '',
    scope: row.scope ?? 'none',
    regionCode: row.region_code ?? '',
    regionTo: row.region_to ?? '',
    permissions: permissionSet(row.role),
    behalfAccountId: row.behalf_account_id,
    behalfName: row.behalf_name,
    // Compared when in doubt.
    hasFiledRelatives: row.has_filed_relatives ?? true,
    postNamesVersion: row.post_names_version ?? 0,
  };
}

function permissionSet(role: Role): ReadonlySet<Permission> {
  const known = permissionSets.get(role);
  if (known) return known;
  const set = new Set(permissionsOf(role));
  permissionSets.set(role, set);
  return set;
}

function isRole(text: string): text is Role {
  return text in ROLES;
}
