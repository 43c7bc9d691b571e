import { randomBytes, randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import type pg from 'pg';
import type { Vault } from '../../packages/server/src/platform/vault/vault.ts';
import { SQL } from './floor-sql.ts';
import { type Names, nameCase, nameMatters, namePersons } from './names.ts';

export type Session = {
  readonly account_id: string;
  readonly post_id: string;
  readonly office_id: string;
  readonly region_code: string;
  readonly range_to: string;
};
export type Deed = {
  readonly name: 'report' | 'intake' | 'worklist' | 'search' | 'case-page' | 'grant';
  readonly id?: string;
  readonly body?: Record<string, unknown>;
  readonly region?: string;
};

type Client = Pick<pg.PoolClient, 'query'>;
export type Means = { readonly vault: Vault; readonly names: Names };

/** What a request wants; `validate` parses the body by the product's own contract, as a careful server would. */
export function deedOf(method: string, url: string, text: string, validate: boolean): Deed | undefined {
  const body = text ? (JSON.parse(text) as Record<string, unknown>) : undefined;
  const parsed = (schema: { parse(value: unknown): unknown } | undefined) =>
    validate && schema ? (schema.parse(body) as Record<string, unknown>) : (body ?? {});
  if (method === 'POST' && url === '/api/reports') return { name: 'report', body: parsed(contract.createReport.body) };
  if (method === 'POST' && url === '/api/intakes') return { name: 'intake', body: parsed(contract.takeIn.body) };
  if (url.startsWith('/api/worklist'))
    return { name: 'worklist', region: new URL(url, 'http://x').searchParams.get('region') ?? '' };
  if (url === '/api/persons/search') return { name: 'search', body: parsed(contract.searchPersons.body) };
  const approve = /^\/api\/relief-grants\/([0-9a-f-]{36})\/approve$/.exec(url);
  if (approve?.[1]) return { name: 'grant', id: approve[1], body: parsed(contract.approveGrant.body) };
  const page = /^\/api\/cases\/([0-9a-f-]{36})$/.exec(url);
  return page?.[1] ? { name: 'case-page', id: page[1] } : undefined;
}

/** The least SQL for the answer; with a session the scope is part of the question. */
export async function act(client: Client, deed: Deed, { vault, names }: Means, session?: Session): Promise<unknown> {
  switch (deed.name) {
    case 'report':
      return report(client, deed.body ?? {}, vault, session);
    case 'intake':
      return intake(client, deed.body ?? {}, vault, session);
    case 'worklist':
      return nameMatters(
        names,
        await first(client, session ? SQL.worklistScoped : SQL.worklist, [deed.region, ...range(session)]),
      );
    case 'search':
      return namePersons(names, await search(client, deed.body ?? {}, vault, session));
    case 'case-page':
      return nameCase(
        names,
        await first(client, session ? SQL.casePageScoped : SQL.casePage, [deed.id, ...range(session)]),
      );
    case 'grant':
      return grant(client, deed.id ?? '', session);
  }
}

async function report(
  client: Client,
  body: Record<string, unknown>,
  vault: Vault,
  session?: Session,
): Promise<unknown> {
  const village = String(body['placeRegionCode']);
  const place = await first(client, SQL.window, [village, `${village.slice(0, 9)}000`]);
  const window = place as { office_id: string; post_id: string; name: string; phone: string };
  const id = randomUUID();
  const values = [
    id,
    randomBytes(32),
    village,
    window.office_id,
    window.post_id,
    body['eventKind'],
    body['whatHappened'],
    body['claimedUrgency'],
    body['subjectName'],
    body['reporterKind'],
    session?.account_id ?? null,
    randomUUID(),
    vault.index('phone', String(body['subjectPhone'])),
    body['subjectPhone'],
  ];
  await client.query({ ...SQL.report, values });
  return { reportId: id, windowName: window.name, windowPhone: window.phone };
}

async function intake(
  client: Client,
  body: Record<string, unknown>,
  vault: Vault,
  session?: Session,
): Promise<unknown> {
  const household = body['household'] as {
    regionCode: string;
    members: { name: string; sex: string; birthDate: string; idNumber: string; phone: string; relation: string }[];
  };
  const village = household.regionCode;
  if (session && (village < session.region_code || village > session.range_to)) return undefined;
  const ids = household.members.map(() => randomUUID());
  const grams = household.members.flatMap((member, index) => gramsOf(member.name).map((gram) => [gram, ids[index]]));
  const [householdId, caseId, matterId] = [randomUUID(), randomUUID(), randomUUID()];
  const window = (await first(client, SQL.window, [village, `${village.slice(0, 9)}000`])) as {
    office_id: string;
    post_id: string;
    account_id: string;
  };
  const values = [
    householdId,
    village,
    household.members[0]?.name,
    ids,
    household.members.map((one) => one.name),
    household.members.map((one) => one.sex),
    household.members.map((one) => one.birthDate),
    household.members.map((one) => vault.index('id-number', one.idNumber)),
    household.members.map((one) => one.idNumber),
    household.members.map((one) => one.relation),
    grams.map((one) => one[0]),
    grams.map((one) => one[1]),
    caseId,
    matterId,
    randomUUID(),
    `${village.slice(0, 9)}000`,
    session?.office_id ?? window.office_id,
    session?.post_id ?? window.post_id,
    session?.account_id ?? window.account_id,
    body['need'],
    household.members.map((one) => vault.index('phone', one.phone)),
    household.members.map((one) => one.phone),
  ];
  await client.query({ ...SQL.intake, values });
  return { caseId, householdId };
}

function gramsOf(name: string): string[] {
  const letters = [...name];
  return [...new Set([...letters, ...letters.slice(1).map((letter, index) => (letters[index] ?? '') + letter)])];
}

function search<T>(client: Client, body: Record<string, unknown>, vault: Vault, session?: Session): Promise<T> {
  if (body['idNumber'])
    return first(client, session ? SQL.searchIdScoped : SQL.searchId, [
      vault.index('id-number', String(body['idNumber'])),
      ...range(session),
    ]);
  const gram = [...String(body['name'])].slice(0, 2).join('');
  return first(client, session ? SQL.searchNameScoped : SQL.searchName, [gram, ...range(session)]);
}

async function grant(client: Client, id: string, session?: Session): Promise<unknown> {
  const granted = (await first(client, session ? SQL.grantLockScoped : SQL.grantLock, [id, ...range(session)])) as
    | { amount_fen: string; episode_id: string; from_account_id: string; reserved: string }
    | undefined;
  if (!granted) return undefined;
  const done = await client.query({
    ...SQL.grant,
    values: [
      id,
      granted.episode_id,
      Number(granted.amount_fen),
      granted.from_account_id,
      granted.reserved,
      randomUUID(),
      session?.account_id ?? null,
      randomUUID(),
      randomUUID(),
    ],
  });
  if (done.rowCount !== 1) return undefined;
  return { id, state: 'approved', approvals: 1, approvalsNeeded: 1, version: 2 };
}

function range(session?: Session): string[] {
  return session ? [session.region_code, session.range_to] : [];
}

/** The first row; whoever asks knows its own statement. */
async function first<T>(client: Client, query: { name: string; text: string }, values: unknown[]): Promise<T> {
  const { rows } = await client.query({ ...query, values });
  return rows[0] as T;
}
