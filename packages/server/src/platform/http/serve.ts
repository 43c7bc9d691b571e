import { createHash, randomUUID } from 'node:crypto';
import type { Problem, Route } from '@yimen/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import type { z } from 'zod';
import type { Clock } from '../clock/clock.ts';
import { commit, type Database, transactionOn } from '../db/database.ts';
import { inOneFlight } from '../db/in-one-flight.ts';
import { insertTogether, type NewRows, rowsOf } from '../db/insert-together.ts';
import { isDatabaseAway } from '../db/is-database-away.ts';
import { type Refusals, refuseByConstraint } from '../db/refuse-by-constraint.ts';
import { holdWrites, sendStatement } from '../db/send-statement.ts';
import { Refused, refused } from '../refused.ts';
import { stackOf } from '../stack-of.ts';
import type { Vault } from '../vault/vault.ts';
import { type EnterRow, type SignedIn, signedInFrom } from './actor.ts';
import { readSessionToken, sessionCookie, sessionDigest } from './cookies.ts';
import type { Act, AuditNote, FileAnswer, Given, Implementation } from './implement.ts';
import { parseOrRefuse, problemFor, problemOfRefusal } from './problem.ts';

export type ServeOptions = {
  readonly database: Database;
  readonly clock: Clock;
  readonly secureCookies: boolean;
  readonly prepare: boolean;
  /** Keeps answers that hold a secret until a repeated command asks for them again. */
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  /** Idle lifetime of a session, extended at most once a minute. */
  readonly sessionIdleMinutes: number;
  /** Before the first act of a day; undefined when the day is open. */
  readonly openDay: (now: Date) => Promise<void> | undefined;
  /** False stops every command (disk nearly full). */
  readonly mayWrite: () => boolean;
  /** Counts commands of people who are not signed in; false refuses. */
  readonly admitSignedOut: (request: FastifyRequest) => Promise<boolean>;
};

type Answer = {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly mediaType: string;
  readonly fileName?: string;
  readonly cookie?: string | null;
};

// Unsigned commands are told apart by their unguessable key alone: a phone changes its address between two tries,
// and the address of an anonymous reporter is not kept.
const PUBLIC_CALLER = 'public';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const RETRYABLE = new Set(['40001', '40P01']);
const MAX_TRIES = 4;

/** One request = one transaction: enter, check, parse, act, audit, commit. */
export async function serve(
  options: ServeOptions,
  implementation: Implementation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const call = readCall(options, implementation.route, request);
  for (let attempt = 1; ; attempt++) {
    try {
      if (attempt === 1) await prepare(options, implementation, call);
      return send(options, reply, await actOnce(options, implementation, call));
    } catch (error) {
      if (attempt < MAX_TRIES && isRetryable(error)) continue;
      return await sendFailure(options, implementation.route, call, error, reply);
    }
  }
}

type Call = {
  readonly request: FastifyRequest;
  readonly requestId: string;
  readonly isCommand: boolean;
  /** A repeated command gets the same answer; a question asked again is answered anew. */
  readonly isKept: boolean;
  readonly key: string | undefined;
  readonly token: string | undefined;
  readonly wantedPost: string | undefined;
  readonly isAnswerSealed: boolean;
  readonly bodyDigest: Buffer | undefined;
  readonly notes: AuditNote;
  signedIn: SignedIn | null;
  input: Input;
  prepared: unknown;
};

type Input = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

const NO_POST = '00000000-0000-0000-0000-000000000000';

function readCall(options: ServeOptions, route: Route, request: FastifyRequest): Call {
  const isCommand = route.method !== 'GET';
  const isKept = isCommand && route.asks !== true;
  const key = header(request, 'idempotency-key')?.toLowerCase();
  const wantedPost = header(request, 'x-yimen-post')?.toLowerCase();
  return {
    request,
    requestId: request.id,
    isCommand,
    isKept,
    key: key && UUID.test(key) ? key : undefined,
    // What is told at a public door is not tied to whoever happens to be signed in on this device (PR11).
    token: route.path.startsWith('/public/')
      ? undefined
      : readSessionToken(request.headers.cookie, options.secureCookies),
    // An unreadable wish must not fall back to another post: nobody holds this one.
    wantedPost: wantedPost && !UUID.test(wantedPost) ? NO_POST : wantedPost,
    isAnswerSealed: route.sealedAnswer === true,
    bodyDigest: isKept ? digestOf(request) : undefined,
    notes: {},
    signedIn: null,
    input: { params: undefined, query: undefined, body: undefined },
    prepared: undefined,
  };
}

/** Once per request, before a connection is taken: headers, and the slow part of routes that have one. */
async function prepare(options: ServeOptions, { route, prepare: run }: Implementation, call: Call): Promise<void> {
  if (call.isCommand) requireCommandHeaders(options, route, call);
  if (!run) return;
  call.input = readInput(route, call.request);
  const given = {
    ...call.input,
    now: options.clock.now(),
    requestId: call.requestId,
    clientAddress: call.request.ip,
    headers: call.request.headers,
    sessionDigest: call.token ? sessionDigest(call.token) : undefined,
    note: (note: AuditNote) => void Object.assign(call.notes, note),
  };
  // Every part was parsed by the route's own schemas just above.
  call.prepared = await run(given as unknown as Given<Route>);
}

export function readInput(route: Route, request: FastifyRequest): Input {
  return {
    params: parse(route.params, request.params, true),
    query: parse(route.query, request.query),
    body: route.consumes ? request.body : parse(route.body, request.body ?? {}),
  };
}

function digestOf(request: FastifyRequest): Buffer {
  const hash = createHash('sha256').update(request.method).update('\n').update(request.url).update('\n');
  const body: unknown = request.body;
  if (body instanceof Uint8Array) hash.update(body);
  else if (body !== undefined) hash.update(JSON.stringify(body));
  return hash.digest();
}

async function actOnce(options: ServeOptions, implementation: Implementation, call: Call): Promise<Answer> {
  const { route } = implementation;
  const now = options.clock.now();
  const opening = options.openDay(now);
  if (opening) await opening;
  const client = await options.database.pool.connect();
  let broken: Error | undefined;
  try {
    const replayed = await enter(options, client, call, now);
    requireAccess(route, call);
    if (replayed) {
      await client.query('ROLLBACK');
      return replayed;
    }
    if (call.isCommand && !call.signedIn && !isSessionRoute(route) && !(await options.admitSignedOut(call.request)))
      throw refused('TOO_MANY_REQUESTS');
    if (!implementation.prepare) call.input = readInput(route, call.request);
    const { act, cookie, last } = openAct(options, call, client, now);
    const result = await implementation.handle(act, call.prepared);
    const answer = encode(route, result, cookie.value);
    await finish(options, client, route, call, now, answer, last);
    return answer;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

function requireCommandHeaders(options: ServeOptions, route: Route, call: Call): void {
  if (!options.mayWrite()) throw refused('DISK_FULL');
  const { headers } = call.request;
  const site = headers['sec-fetch-site'];
  const origin = headers.origin;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  // Behind a gateway that ends TLS this process sees http while the page came by https.
  const ownOrigins = [
    `${call.request.protocol}://${headers.host}`,
    ...(options.secureCookies ? [`https://${headers.host}`] : []),
  ];
  const foreignOrigin = origin !== undefined && !ownOrigins.includes(origin);
  if (headers['x-yimen-csrf'] !== '1' || foreignSite || foreignOrigin) throw refused('CROSS_SITE');
  if (!call.key && !isSessionRoute(route)) throw refused('IDEMPOTENCY_KEY_MISSING');
}

/** Signing in and out is not replayed: the answer carries the cookie. */
function isSessionRoute(route: Route): boolean {
  return route.path.startsWith('/session') || route.path.startsWith('/me/');
}

/** Signing out and asking who one is must work whatever post the page still names. */
function isOwnBusiness(route: Route): boolean {
  return isSessionRoute(route) || route.path === '/me';
}

const ENTER = 'SELECT row_to_json(e) AS entered FROM yimen.enter($1, $2, $3) e';
const ENTER_UNKNOWN = `SELECT set_config('yimen.scope', 'none', true), set_config('yimen.account', '', true), set_config('yimen.post', '', true), set_config('yimen.office', '', true)`;
const FIND_EARLIER = `SELECT body_sha256, status, response FROM yimen.idempotency WHERE key = $1 AND caller = coalesce(nullif(current_setting('yimen.account', true), ''), $2)`;

type Earlier = { readonly body_sha256: Buffer; readonly status: number; readonly response: string | null };

/** Begins, sets the context, looks for an earlier answer to the same key: one round trip. */
async function enter(options: ServeOptions, client: pg.PoolClient, call: Call, now: Date): Promise<Answer | undefined> {
  const { token, key } = call;
  const [, entered, earlier] = await inOneFlight(
    () => begin(client),
    async () =>
      token
        ? sendStatement<{ entered: EnterRow }>(client, options.prepare, ENTER, [
            sessionDigest(token),
            call.wantedPost ?? null,
            now,
          ])
        : sendStatement<never>(client, options.prepare, ENTER_UNKNOWN, []),
    async () =>
      call.isKept && key
        ? sendStatement<Earlier>(client, options.prepare, FIND_EARLIER, [key, PUBLIC_CALLER])
        : undefined,
  );
  const row = token ? entered.rows[0]?.entered : undefined;
  call.signedIn = row ? signedInFrom(row) : null;
  const found = earlier?.rows[0];
  return found ? replay(options, call, found) : undefined;
}

function begin(client: pg.PoolClient): Promise<pg.QueryResult> {
  holdWrites(client);
  return client.query('BEGIN');
}

function replay(options: ServeOptions, call: Call, found: Earlier): Answer {
  if (!call.bodyDigest?.equals(found.body_sha256)) throw refused('IDEMPOTENCY_KEY_REUSED');
  // Done, but its secret was shown once and not kept.
  if (found.response === null) throw refused('STATE_CONFLICT', { shownOnce: true });
  const body = call.isAnswerSealed
    ? options.vault.open('idempotency', 'response', call.key ?? '', Buffer.from(found.response, 'base64'))
    : found.response;
  return { status: found.status, body, mediaType: 'application/json; charset=utf-8' };
}

function requireAccess(route: Route, { signedIn, wantedPost }: Call): void {
  const isPostRefused =
    signedIn !== null && signedIn.limitedTo === null && signedIn.actor === null && wantedPost !== undefined;
  if (isPostRefused && !isOwnBusiness(route)) throw refused('NOT_SUBSTITUTE');
  if (route.access === 'public') return;
  if (!signedIn) throw refused('NOT_SIGNED_IN');
  if (signedIn.limitedTo === 'second-factor') throw refused('SECOND_FACTOR_NEEDED');
  if (signedIn.limitedTo === 'password-change') throw refused('PASSWORD_CHANGE_NEEDED');
  if (signedIn.limitedTo === 'second-factor-setup') throw refused('SECOND_FACTOR_SETUP_NEEDED');
  if (!signedIn.actor) throw refused('NOT_ALLOWED');
  if (route.access !== 'signed-in' && !signedIn.actor.permissions.has(route.access)) throw refused('NOT_ALLOWED');
}

type Send = () => Promise<unknown>;
/** What leaves with the end: statements, and rows that are written in one statement with the audit row. */
type Last = { readonly sends: Send[]; readonly rows: NewRows[]; readonly refusals: Refusals[] };
type OpenAct = {
  readonly act: Act<Route>;
  readonly cookie: { value: string | null | undefined };
  readonly last: Last;
};

function openAct(options: ServeOptions, call: Call, client: pg.PoolClient, now: Date): OpenAct {
  const cookie: { value: string | null | undefined } = { value: undefined };
  const last: Last = { sends: [], rows: [], refusals: [] };
  const act = {
    tx: transactionOn(client, options.prepare),
    client,
    ...call.input,
    now,
    requestId: call.requestId,
    clientAddress: call.request.ip,
    headers: call.request.headers,
    signedIn: call.signedIn,
    get actor() {
      if (!call.signedIn?.actor) throw refused('NOT_SIGNED_IN');
      return call.signedIn.actor;
    },
    note: (note: AuditNote) => void Object.assign(call.notes, note),
    atEnd: (send: Send) => void last.sends.push(send),
    insertAtEnd: (rows: readonly NewRows[], ...refusals: readonly Refusals[]) => {
      last.rows.push(...rows);
      last.refusals.push(...refusals);
    },
    setSession: (token: string | null) => {
      cookie.value = token;
    },
  };
  // Every part was parsed by the route's own schemas in `readInput`.
  return { act: act as unknown as Act<Route>, cookie, last };
}

function parse(schema: z.ZodType | undefined, value: unknown, missingIsNotFound = false): unknown {
  return schema ? parseOrRefuse(schema, value, missingIsNotFound) : undefined;
}

function encode(route: Route, result: unknown, cookie: string | null | undefined): Answer {
  const session = cookie === undefined ? {} : { cookie };
  if (route.produces) {
    const file = result as FileAnswer;
    return { status: 200, body: file.bytes, mediaType: file.mediaType, fileName: file.fileName, ...session };
  }
  // The response schema is the whitelist: what it does not name never leaves.
  return {
    status: 200,
    body: JSON.stringify(route.response.parse(result)),
    mediaType: 'application/json; charset=utf-8',
    ...session,
  };
}

/** The last writes, audit row, stored answer and commit in one round trip: no audit, no action. */
async function finish(
  options: ServeOptions,
  client: pg.PoolClient,
  route: Route,
  call: Call,
  now: Date,
  answer: Answer,
  { sends, rows, refusals }: Last,
): Promise<void> {
  const { signedIn, token, key } = call;
  const isAudited = call.isCommand || route.audited === true;
  const kept =
    call.isKept && key && typeof answer.body === 'string' ? keptAnswer(options, route, call, answer.body) : undefined;
  const written = [
    ...rows,
    ...(isAudited ? [auditRows(route, call, now, call.notes, 'done')] : []),
    ...(kept === undefined ? [] : [keptRows(route, call, kept, now)]),
  ];
  const tx = transactionOn(client, options.prepare);
  let hasFailed = false;
  const watched = sends.map((send) => async () => {
    try {
      await send();
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  });
  const leaving = inOneFlight(
    ...watched,
    () => refuseByAny(refusals, () => insertTogether(tx, ...written)),
    async () => (signedIn && token && isStale(signedIn, now) ? extend(options, client, token, now) : undefined),
  );
  // Told below; here it only must not count as unheard.
  leaving.catch(() => undefined);
  // What fails before it leaves the process is not known to the database, which would commit the rest.
  if (sends.length > 0) await new Promise((resolve) => setImmediate(resolve));
  await inOneFlight(
    () => leaving,
    () => (hasFailed ? client.query('ROLLBACK') : commit(client)),
  );
}

function refuseByAny(refusals: readonly Refusals[], work: () => Promise<void>): Promise<void> {
  return refusals.reduce(
    (inner, { codes, facts }) =>
      () =>
        refuseByConstraint(codes, facts, inner),
    work,
  )();
}

function isStale(signedIn: SignedIn, now: Date): boolean {
  return now.getTime() - signedIn.lastSeenAt.getTime() > 60_000;
}

const EXTEND = `UPDATE yimen.session SET last_seen_at = $1, idle_expires_at = $2 WHERE token_hash = $3 AND revoked_at IS NULL`;

function extend(options: ServeOptions, client: pg.PoolClient, token: string, now: Date): Promise<pg.QueryResult> {
  const idle = new Date(now.getTime() + options.sessionIdleMinutes * 60_000);
  return sendStatement(client, options.prepare, EXTEND, [now, idle, sessionDigest(token)]);
}

function keptAnswer(options: ServeOptions, route: Route, call: Call, body: string): string | null {
  if (route.shownOnce) return null;
  return route.sealedAnswer
    ? options.vault.seal('idempotency', 'response', call.key ?? '', body).toString('base64')
    : body;
}

function keptRows(route: Route, call: Call, kept: string | null, now: Date): NewRows {
  return rowsOf('idempotency', [
    {
      caller: call.signedIn?.accountId ?? PUBLIC_CALLER,
      key: call.key ?? '',
      route: route.id,
      body_sha256: call.bodyDigest ?? Buffer.alloc(0),
      status: 200,
      response: kept,
      created_at: now,
    },
  ]);
}

function auditRows(
  route: Route,
  call: Call,
  now: Date,
  notes: AuditNote,
  outcome: 'done' | 'refused' | 'failed',
): NewRows {
  const actor = call.signedIn?.actor;
  return rowsOf('audit_entry', [
    {
      at: now,
      action: route.id,
      outcome,
      account_id: call.signedIn?.accountId ?? null,
      post_id: actor?.postId ?? null,
      office_id: actor?.officeId ?? null,
      role: actor?.role ?? null,
      region_code: actor?.regionCode ?? null,
      behalf_account_id: actor?.behalfAccountId ?? null,
      subject_type: notes.subjectType ?? null,
      subject_id: notes.subjectId ?? null,
      purpose: notes.purpose ?? null,
      details: notes.details ? JSON.stringify(notes.details) : null,
      request_id: call.requestId,
      client: call.signedIn ? call.request.ip : null,
    },
  ]);
}

async function sendFailure(
  options: ServeOptions,
  route: Route,
  call: Call,
  error: unknown,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (call.isKept && call.key) {
    const earlier = await findEarlierAnswer(options, call);
    if (earlier) return send(options, reply, earlier);
  }
  const problem = await problemOf(options, route, call, error);
  if (problem.status >= 500)
    call.request.log.error({ err: withoutData(error), route: route.id, status: problem.status }, 'request failed');
  if (problem.status === 429 || problem.status === 503) reply.header('retry-after', '2');
  return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

async function problemOf(options: ServeOptions, route: Route, call: Call, error: unknown): Promise<Problem> {
  if (error instanceof Refused) {
    if (isRefusalRecorded(route, call, error)) await recordRefusal(options, route, call, error);
    return problemOfRefusal(error);
  }
  // The winner of this key sent other content: `findEarlierAnswer` would have answered for the same.
  if (constraintOf(error) === 'idempotency_once') return problemFor('IDEMPOTENCY_KEY_REUSED');
  return isUnavailable(error) ? problemFor('UNAVAILABLE') : problemFor('INTERNAL');
}

// Strangers can cause these at will; they must not be able to fill the audit log.
const UNRECORDED = new Set([
  'NOT_SIGNED_IN',
  'CROSS_SITE',
  'IDEMPOTENCY_KEY_MISSING',
  'TOO_MANY_REQUESTS',
  'DISK_FULL',
]);

function isRefusalRecorded(route: Route, call: Call, error: Refused): boolean {
  if (UNRECORDED.has(error.code) || (!call.signedIn && error.code === 'INVALID_INPUT')) return false;
  return call.isCommand || route.audited === true || error.code === 'NOT_ALLOWED' || error.code === 'NOT_SUBSTITUTE';
}

/** A copy of the same command may have won while this one was refused by its effects: answer as the winner did. */
async function findEarlierAnswer(options: ServeOptions, call: Call): Promise<Answer | undefined> {
  try {
    const caller = call.signedIn?.accountId ?? PUBLIC_CALLER;
    const { rows } = await options.database.pool.query(
      'SELECT body_sha256, status, response FROM yimen.idempotency WHERE key = $1 AND caller = $2',
      [call.key, caller],
    );
    const row = rows[0] as Earlier | undefined;
    return row && call.bodyDigest?.equals(row.body_sha256) ? replay(options, call, row) : undefined;
  } catch {
    return undefined; // the database is away: the original error is the better answer
  }
}

/** Refusals are audited too; when that fails the refusal stands all the same, nothing was done. */
async function recordRefusal(options: ServeOptions, route: Route, call: Call, error: Refused): Promise<void> {
  const notes: AuditNote = { ...call.notes, details: { ...call.notes.details, code: error.code } };
  const { pool } = options.database;
  try {
    const client = await pool.connect();
    const tx = transactionOn(client, options.prepare);
    await insertTogether(tx, auditRows(route, call, options.clock.now(), notes, 'refused')).finally(() =>
      client.release(),
    );
  } catch (failure) {
    call.request.log.error({ err: withoutData(failure) }, 'refusal could not be audited');
  }
}

function send(options: ServeOptions, reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.cookie !== undefined) reply.header('set-cookie', sessionCookie(answer.cookie, options.secureCookies));
  if (answer.fileName)
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`);
  return reply
    .status(answer.status)
    .type(answer.mediaType)
    .send(typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body));
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed');
  }
}

function isRetryable(error: unknown): boolean {
  const code = sqlState(error);
  return code !== undefined && RETRYABLE.has(code);
}

function isUnavailable(error: unknown): boolean {
  const code = sqlState(error) ?? '';
  // 53, 57, 58: no resources, somebody interfered, its system failed. 55P03: somebody holds the lock too long.
  if (isDatabaseAway(error) || /^(53|57|58|55P03)/.test(code)) return true;
  // No audit, no action: a refused audit row makes the act unavailable.
  return error instanceof Error && /permission denied for table audit_entry/.test(error.message);
}

function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

function constraintOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined;
}

/** Messages quote values (of a row, of a badly written number, of unreadable JSON); logs carry the kind and place only. */
export function withoutData(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: 'unknown failure' };
  const stack = stackOf(error);
  if (!(error instanceof pg.DatabaseError)) return { name: error.name, code: (error as { code?: string }).code, stack };
  const { code, constraint, table, column, routine } = error;
  return { name: 'DatabaseError', sqlState: code, constraint, table, column, routine, stack };
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

export function newRequestId(): string {
  return randomUUID();
}
