import { randomUUID } from 'node:crypto';
import type { Route } from '@yimen/contracts';
import { afterAll, expect, test } from 'vitest';
import { TEST_POLICIES_DIRECTORY } from '../test-data/policies.ts';
import { SYSTEM_CONTEXT } from './platform/db/access-context.ts';
import { startTestApi } from './platform/testing/api.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from './policy/index.ts';
import { allRoutes } from './routes.ts';
import { type Caller, isInReach, isInSight, makeCallers } from './testing/access-callers.ts';
import { makeExtras } from './testing/access-extras.ts';
import { ACCESS_MATRIX, type AccessRow } from './testing/access-matrix.ts';
import { makeSpot, type Spot, spotPlans, type Thing } from './testing/access-world.ts';
import { PLACES, smallCounty } from './testing/index.ts';
import { findSocieties } from './testing/store.ts';

const OTHER_COUNTY = '340421000000';
const api = await startTestApi({
  settings: { poolSize: 12 },
  policy: loadPolicySet(POLICIES_DIRECTORY, TEST_POLICIES_DIRECTORY),
});
const home = await smallCounty(api);
const other = {
  ...(await smallCounty(api, {
    prefix: 'x.',
    places: {
      county: OTHER_COUNTY,
      town: OTHER_COUNTY,
      village: OTHER_COUNTY,
      otherVillage: OTHER_COUNTY,
      otherTown: OTHER_COUNTY,
      farVillage: OTHER_COUNTY,
    },
  })),
  region: OTHER_COUNTY,
};
const { callers, offices } = await makeCallers(api, home);
const societies = await api.services.database.transact(SYSTEM_CONTEXT, findSocieties);
const spots: Spot[] = [];
for (const plan of spotPlans(
  { ...home, offices },
  other,
  (region) => societies.find((fund) => fund.region_code === region)?.id ?? '',
))
  spots.push(await makeSpot(api, plan));
const extras = await makeExtras({ api, home, other, societies, callers, spots });
const things = [...spots.flatMap((spot) => spot.things), ...extras];
const routes = allRoutes(api.services).map(({ route }) => route);

/** Keeping the offices, the calendar and the logs is what administrators are for; everything else is business. */
const HOUSEKEEPING = new Set([
  'list-offices',
  'create-office',
  'update-office',
  'list-posts',
  'create-post',
  'update-post',
  'assign-post',
  'list-accounts',
  'create-account',
  'update-account',
  'reset-account',
  'list-absences',
  'record-absence',
  'end-absence',
  'list-duty',
  'list-calendar',
  'import-calendar',
  'list-audit',
  'list-my-tasks',
]);

let cells = 0;
const seenCanaries = new Set<string>();
afterAll(() => {
  process.stdout.write(
    `access matrix: ${cells} cells, ${routes.length} routes, ${callers.length} callers, ${things.length} records\n`,
  );
});

type Reply = {
  readonly status: number;
  readonly text: string;
  readonly bytes: string;
  readonly code: string | undefined;
};

async function ask(
  route: Route,
  row: AccessRow,
  caller: Caller,
  params: Readonly<Record<string, string>>,
  spot: Spot,
): Promise<Reply> {
  cells += 1;
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? '');
  const search = row.query ? `?${new URLSearchParams(row.query(spot))}` : '';
  const payload = row.content?.text ?? (row.body ? JSON.stringify(row.body(spot)) : undefined);
  const reply = await api.app.inject({
    method: route.method,
    url: `/api${path}${search}`,
    ...(payload === undefined ? {} : { payload }),
    headers: {
      ...(payload === undefined ? {} : { 'content-type': row.content?.type ?? 'application/json' }),
      ...(caller.session ? { cookie: `yimen_session=${caller.session.token}` } : {}),
      ...(route.method === 'GET' ? {} : { 'idempotency-key': randomUUID(), 'x-yimen-csrf': '1' }),
    },
  });
  const kept = Object.entries(reply.headers)
    .filter(([name]) => !/^(date|x-request-id|ratelimit.*|x-ratelimit.*)$/.test(name))
    .sort();
  const text = reply.body;
  expect(
    foreignCanaries(caller, `${text}${JSON.stringify(kept)}`),
    `${route.id} × ${caller.role}: words of another place`,
  ).toEqual([]);
  return {
    status: reply.statusCode,
    text,
    bytes: `${reply.statusCode} ${JSON.stringify(kept)} ${text}`,
    code: reply.statusCode === 200 ? undefined : /"code":"([A-Z_]+)"/.exec(text)?.[1],
  };
}

function foreignCanaries(caller: Caller, text: string): string[] {
  const found = spots.filter(({ canary }) => text.includes(canary));
  for (const { canary } of found) seenCanaries.add(`${caller.role} ${canary}`);
  return found
    .filter((spot) => !spot.things.some((thing) => !thing.anywhere && isInSight(caller, thing)))
    .map(({ name }) => name);
}

function mayCall(row: AccessRow, caller: Caller): boolean {
  if (row.roles === 'public') return true;
  if (caller.role === 'anonymous') return false;
  return row.roles === 'everybody' || row.roles.includes(caller.role);
}

function spotOf(thing: Thing | undefined): Spot {
  const spot = spots.find((one) => thing !== undefined && one.things.includes(thing)) ?? spots[0];
  if (!spot) throw new Error('no places');
  return spot;
}

/** The same path with ids nobody has. */
function missing(thing: Thing): Record<string, string> {
  return Object.fromEntries(Object.keys(thing.params).map((name) => [name, randomUUID()]));
}

test('every route has a row, every row a route, every sample is valid', () => {
  expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(ACCESS_MATRIX).sort());
  const invalid = routes.filter((route) => {
    const row = ACCESS_MATRIX[route.id];
    const spot = spotOf(undefined);
    return (
      row?.content === undefined &&
      ((route.body && !route.consumes && !route.body.safeParse(row?.body?.(spot) ?? {}).success) ||
        (route.query && !route.query.safeParse(row?.query?.(spot) ?? {}).success))
    );
  });
  expect(invalid.map(({ id }) => id)).toEqual([]);
  expect(
    routes
      .filter((route) => route.params !== undefined && ACCESS_MATRIX[route.id]?.on === undefined)
      .map(({ id }) => id),
  ).toEqual([]);
});

test('money is asked, paid and answered for in a village, beside it, in another town, at the town and in another county', () => {
  const { village, otherVillage, farVillage, town } = PLACES;
  const places = [village, otherVillage, farVillage, town, OTHER_COUNTY].sort();
  for (const kind of ['grant', 'payment', 'paper']) {
    const regions = things.filter((thing) => thing.kind === kind).map(({ region }) => region);
    expect([kind, ...new Set(regions.sort())]).toEqual([kind, ...places]);
  }
});

// One test a route; its callers come side by side.
test.for(routes.filter((route) => ACCESS_MATRIX[route.id] !== undefined).map((route) => ({ id: route.id, route })))(
  '$id',
  async ({ route }) => {
    const row = ACCESS_MATRIX[route.id] as AccessRow; // filtered just above
    const targets = things.filter(({ kind }) => kind === row.on);
    if (row.on !== undefined) expect(targets.length).toBeGreaterThan(0);
    const failures = await Promise.all(
      (row.session ? callers.filter(({ role }) => role === 'anonymous') : callers).map(async (caller) => {
        try {
          if (row.on === undefined) await checkPlain(route, row, caller);
          else if (mayCall(row, caller)) await checkThings(route, row, caller, targets);
          else await checkRefused(route, row, caller, targets);
          return [];
        } catch (error) {
          return [error instanceof Error ? error.message : String(error)];
        }
      }),
    );
    expect(failures.flat()).toEqual([]);
  },
);

/** A route that names nothing: may be called or not, at every place. */
async function checkPlain(route: Route, row: AccessRow, caller: Caller): Promise<void> {
  for (const spot of mayCall(row, caller) && (row.query || row.body) ? spots : spots.slice(0, 1)) {
    const reply = await ask(route, row, caller, {}, spot);
    const said = `${route.id} × ${caller.role} × ${spot.name}: ${reply.text.slice(0, 300)}`;
    if (row.session) expect(reply.status === 200 && route.id !== 'sign-out', said).toBe(false);
    else if (mayCall(row, caller)) {
      expect(
        reply.code === 'NOT_ALLOWED' || reply.code === 'NOT_SIGNED_IN' || reply.status >= 500 || reply.status === 429,
        said,
      ).toBe(false);
      if (
        row.shows &&
        caller.scope === 'region' &&
        isInSight(caller, { region: spot.region, offices: [], accounts: [] })
      )
        expect(reply.text, said).toContain(spot.canary);
    } else expect(reply.code, said).toBe(caller.role === 'anonymous' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED');
  }
}

/** What lies outside the reach of a caller does not exist for it, byte for byte. */
async function checkThings(route: Route, row: AccessRow, caller: Caller, targets: readonly Thing[]): Promise<void> {
  const first = targets[0];
  const nothing = first && (await ask(route, row, caller, missing(first), spotOf(first)));
  expect(nothing?.code, `${route.id} × ${caller.role} × nothing`).toBe('NOT_FOUND');
  for (const thing of targets) {
    const reply = await ask(route, row, caller, thing.params, spotOf(thing));
    const said = `${route.id} × ${caller.role} × ${thing.kind} of ${thing.region || 'somebody'}: ${reply.text.slice(0, 300)}`;
    if (!isInReach(caller, thing, row.reach)) {
      expect(reply.bytes, said).toBe(nothing?.bytes);
      continue;
    }
    expect(
      reply.status === 404 ||
        reply.status === 429 ||
        reply.status >= 500 ||
        reply.code === 'NOT_SIGNED_IN' ||
        reply.code === 'NOT_ALLOWED',
      said,
    ).toBe(false);
    if (row.deciders && caller.role !== 'anonymous' && !row.deciders.includes(caller.role))
      expect(reply.code, said).toBe('LEVEL_NOT_YOURS');
  }
}

/** Without the permission nothing is told apart: own, below, above, beside, another county's and missing get the same bytes. */
async function checkRefused(route: Route, row: AccessRow, caller: Caller, targets: readonly Thing[]): Promise<void> {
  const replies = [];
  for (const thing of targets) replies.push(await ask(route, row, caller, thing.params, spotOf(thing)));
  const [first] = targets;
  if (first) replies.push(await ask(route, row, caller, missing(first), spotOf(first)));
  expect(
    new Set(replies.map(({ bytes }) => bytes)).size,
    `${route.id} × ${caller.role}: ${replies.map(({ text }) => text.slice(0, 200)).join(' | ')}`,
  ).toBe(1);
  expect(replies[0]?.code, `${route.id} × ${caller.role}`).toBe(
    caller.role === 'anonymous' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED',
  );
}

test('no administrator is let into any business', () => {
  const business = Object.entries(ACCESS_MATRIX).filter(
    ([id, { roles }]) => !HOUSEKEEPING.has(id) && Array.isArray(roles),
  );
  const admitted = business.filter(([, { roles }]) =>
    ['system-admin', 'security-admin', 'audit-admin'].some((role) => (roles as readonly string[]).includes(role)),
  );
  expect(admitted.map(([id]) => id)).toEqual([]);
});

test('the canary words were really there to be seen', () => {
  expect(
    spots.filter(({ canary }) => ![...seenCanaries].some((seen) => seen.endsWith(canary))).map(({ name }) => name),
  ).toEqual(['other county']);
});
