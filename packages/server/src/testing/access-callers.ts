import { ROLES, type Role } from '@yimen/contracts';
import { aHolder, type TestApi, type TestSession } from '../platform/testing/index.ts';
import type { AccessRow } from './access-matrix.ts';
import type { Thing } from './access-world.ts';
import { PLACES, type SmallCounty } from './small-county.ts';

export type Caller = {
  readonly role: Role | 'anonymous';
  readonly session: TestSession | undefined;
  readonly scope: 'region' | 'office' | 'none';
  readonly region: string;
  readonly office: string;
};

/** Whose desk each role of the small county is, and where it stands. */
const DESKS: readonly (readonly [Role, string, keyof typeof PLACES, string])[] = [
  ['village-assistant', 'village.assistant', 'village', 'town'],
  ['society-keeper', 'society.keeper', 'village', 'society'],
  ['window-clerk', 'town.window', 'town', 'town'],
  ['surveyor', 'town.surveyor', 'town', 'town'],
  ['township-reviewer', 'town.reviewer', 'town', 'town'],
  ['township-approver', 'town.approver', 'town', 'town'],
  ['petty-cash-keeper', 'town.cash', 'town', 'town'],
  ['county-clerk', 'county.clerk', 'county', 'bureau'],
  ['county-approver', 'county.approver1', 'county', 'bureau'],
  ['department-handler', 'education.handler', 'county', 'education'],
  ['charity-worker', 'charity.worker', 'county', 'charity'],
  ['hotline-agent', 'hotline.agent', 'county', 'hotline'],
  ['reporter', 'hospital.contact', 'county', 'hospital'],
  ['finance-officer', 'county.finance1', 'county', 'bureau'],
  ['inspector', 'county.inspector', 'county', 'bureau'],
  ['auditor', 'county.auditor', 'county', 'bureau'],
  ['system-admin', 'system.admin', 'county', 'platform'],
  ['security-admin', 'security.admin', 'county', 'platform'],
  ['audit-admin', 'audit.admin', 'county', 'platform'],
];

const SCOPES: Readonly<Record<string, Caller['scope']>> = {
  'department-handler': 'office',
  'charity-worker': 'office',
  'social-worker': 'office',
  'hotline-agent': 'office',
  'rescue-staff': 'office',
  reporter: 'office',
  statistician: 'none',
  leader: 'none',
  'system-admin': 'none',
  'security-admin': 'none',
  'audit-admin': 'none',
};

/** One caller per role and one without a session; the county also gets the two offices that only these roles sit in. */
export async function makeCallers(
  api: TestApi,
  county: SmallCounty,
): Promise<{ callers: Caller[]; offices: Readonly<Record<string, string>> }> {
  const desks = await Promise.all(
    DESKS.map(
      async ([role, login, place, office]): Promise<Caller> => ({
        role,
        session: await county.as(login),
        scope: SCOPES[role] ?? 'region',
        region: PLACES[place],
        office: county.offices[office] ?? '',
      }),
    ),
  );
  const added: Caller[] = [];
  const extra = [
    ['social-worker', 'social-work', undefined],
    ['rescue-staff', 'rescue-station', undefined],
    ['statistician', '', county.offices['bureau']],
    ['leader', '', county.offices['bureau']],
  ] as const;
  for (const [role, officeKind, officeId] of extra) {
    const holder = await aHolder(api.services, { role, ...(officeId ? { officeId } : { officeKind }) });
    added.push({
      role,
      session: await api.signInAs(holder.login),
      scope: SCOPES[role] ?? 'region',
      region: PLACES.county,
      office: holder.officeId,
    });
  }
  const anonymous: Caller = { role: 'anonymous', session: undefined, scope: 'none', region: '', office: '' };
  const callers = [...desks, ...added, anonymous];
  const missing = Object.keys(ROLES).filter((role) => !callers.some((caller) => caller.role === role));
  if (missing.length > 0) throw new Error(`nobody for ${missing.join(', ')}`);
  return { callers, offices: { ...county.offices, social: added[0]?.office ?? '', rescue: added[1]?.office ?? '' } };
}

/** The remit of a post, or an office that takes part and whose whole district the post stands for, or one's own. */
export function isInSight(
  caller: Caller,
  thing: Pick<Thing, 'region' | 'offices' | 'accounts' | 'anywhere' | 'published' | 'seenBy'>,
): boolean {
  if (thing.published) return true;
  if (caller.session === undefined) return false;
  if (thing.anywhere) return true;
  if (thing.seenBy) return thing.seenBy.includes(caller.role);
  if (thing.accounts.includes(caller.session.accountId)) return true;
  if (caller.scope === 'none') return false;
  if (caller.scope === 'region' && isWithin(thing.region, caller.region)) return true;
  // A village's assistant sits in the township's window without standing for the township.
  const standsForOffice = caller.role !== 'village-assistant';
  return standsForOffice && thing.offices.includes(caller.office);
}

/** What of the visible things a caller may work on through a route. */
export function isInReach(caller: Caller, thing: Thing, reach: AccessRow['reach']): boolean {
  if (reach === 'asked' || reach === 'asking') return caller.office !== '' && thing[reach] === caller.office;
  return isInSight(caller, reach === 'remit' ? { ...thing, offices: [], accounts: [] } : thing);
}

/** GB/T 2260: trailing zeros of a code stand for everything below it. */
export function isWithin(region: string, of: string): boolean {
  return region.startsWith(of.replace(/(000){1,2}$/, ''));
}
