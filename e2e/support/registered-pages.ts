import { type Permission, ROLES, type Role } from '@yimen/contracts';

export type RegisteredPage = {
  readonly path: string;
  readonly permissions?: readonly Permission[];
  readonly access?: 'open';
};

/** Who looks, the first whose post opens the page. */
const LOOKERS: readonly (readonly [Role, string])[] = [
  ['window-clerk', 'town.window'],
  ['county-clerk', 'county.clerk'],
  ['finance-officer', 'county.finance1'],
  ['auditor', 'county.auditor'],
  ['system-admin', 'system.admin'],
  ['security-admin', 'security.admin'],
  ['audit-admin', 'audit.admin'],
];

export function staffPages(): Promise<readonly RegisteredPage[]> {
  return pagesOf('staff');
}

export function citizenPages(): Promise<readonly RegisteredPage[]> {
  return pagesOf('citizen');
}

export function whoMayOpen(permissions: readonly Permission[] = []): string {
  const looker = LOOKERS.find(([role]) => {
    const held: readonly Permission[] = ROLES[role].permissions;
    return permissions.length === 0 || permissions.some((permission) => held.includes(permission));
  });
  if (looker === undefined) throw new Error(`nobody here opens ${permissions.join(', ')}`);
  return looker[1];
}

/** The portals gather their pages themselves; named by a variable, because their types belong to the browser. */
async function pagesOf(portal: string): Promise<readonly RegisteredPage[]> {
  const file = new URL(`../../packages/${portal}/src/platform/registered-pages.ts`, import.meta.url).pathname;
  const { pages } = (await import(/* @vite-ignore */ file)) as { pages: readonly RegisteredPage[] };
  if (pages.length < 4) throw new Error(`only ${pages.length} pages in ${portal}`);
  return pages;
}
