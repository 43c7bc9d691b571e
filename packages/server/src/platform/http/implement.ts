import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from '@yimen/contracts';
import type { PoolClient } from 'pg';
import type { Tx } from '../db/database.ts';
import type { NewRows } from '../db/insert-together.ts';
import type { Refusals } from '../db/refuse-by-constraint.ts';
import type { Actor, SignedIn } from './actor.ts';

/** What a reader of the audit log should know about this act beyond who, when and which route. */
export type AuditNote = {
  subjectType?: string;
  subjectId?: string;
  purpose?: string;
  /** Ids and figures only, never names or numbers of people. */
  details?: Readonly<Record<string, unknown>>;
};

/** Everything one request may use: its transaction, its caller, its parsed input. */
export type Act<R> = {
  readonly tx: Tx;
  readonly client: PoolClient;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly now: Date;
  readonly requestId: string;
  readonly clientAddress: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Null on public routes without a session. */
  readonly signedIn: SignedIn | null;
  /** The acting post. Throws NOT_SIGNED_IN on routes that are public. */
  readonly actor: Actor;
  /** Fills the audit row of this request; the last call wins per field. */
  note(note: AuditNote): void;
  /**
   * Sends a write together with the audit row and the commit: one round trip less where the answer does not depend on
   * what the write says. It fails the act like any other, but once it has left only the database may refuse: it is
   * committed by the time the server reads what came back.
   */
  atEnd(send: () => Promise<unknown>): void;
  /** The same for rows: written in one statement with the audit row, after what `atEnd` sends. */
  insertAtEnd(rows: readonly NewRows[], ...refusals: readonly Refusals[]): void;
  /** Sets or clears the session cookie. */
  setSession(token: string | null): void;
};

/** A file as the answer, for routes that declare `produces`. */
export type FileAnswer = { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string };

/** What a route sees before its transaction begins: input already parsed, nobody identified yet. */
export type Given<R> = {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly now: Date;
  readonly requestId: string;
  readonly clientAddress: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Digest of the session token that came along; not checked. */
  readonly sessionDigest: Buffer | undefined;
  /** As in `Act`; also kept when the route refuses here. */
  note(note: AuditNote): void;
};

/** What a stateless route sees. */
export type StatelessGiven<R> = Pick<Given<R>, 'params' | 'query' | 'body' | 'now'>;

/** `tag` names the content: a caller who has it is told so, and `body` is not asked. */
export type StatelessAnswer<T> = { readonly tag?: string; readonly body: () => T };

type Later<T> = T | Promise<T>;

/** Of a route that is served in a transaction of its own. */
export type ActImplementation = {
  readonly route: Route;
  readonly prepare?: (given: Given<Route>) => Promise<unknown>;
  readonly handle: (act: Act<Route>, prepared: unknown) => Promise<unknown>;
};

export type StatelessImplementation = {
  readonly route: Route;
  readonly answer: (given: StatelessGiven<Route>) => Later<StatelessAnswer<unknown>>;
};

export type Implementation = ActImplementation | StatelessImplementation;

/** Binds a handler to its contract. */
export function implement<R extends Route>(
  route: R,
  handle: (act: Act<R>) => Promise<ResponseOf<R> | FileAnswer>,
): ActImplementation {
  // The registry stores handlers of many shapes; `serve` feeds each exactly what its own contract parsed.
  return { route: bound(route, 'in an act'), handle: handle as unknown as ActImplementation['handle'] };
}

/** The same with slow work (hashing, image conversion) done before a connection is taken from the pool. */
export function implementPrepared<R extends Route, P>(
  route: R,
  prepare: (given: Given<R>) => Promise<P>,
  handle: (act: Act<R>, prepared: P) => Promise<ResponseOf<R> | FileAnswer>,
): ActImplementation {
  // As above; `prepared` is what this very `prepare` returned.
  return {
    route: bound(route, 'in an act'),
    prepare: prepare as unknown as NonNullable<ActImplementation['prepare']>,
    handle: handle as unknown as ActImplementation['handle'],
  };
}

/** Binds what a stateless route answers: no caller, no transaction of its own, no audit. */
export function implementStateless<R extends Route>(
  route: R,
  answer: (given: StatelessGiven<R>) => Later<StatelessAnswer<ResponseOf<R>>>,
): StatelessImplementation {
  // As above.
  return { route: bound(route, 'stateless'), answer: answer as unknown as StatelessImplementation['answer'] };
}

/** Served as it was declared: a mistake here would identify nobody, or keep traces of a question that leaves none. */
function bound(route: Route, served: 'in an act' | 'stateless'): Route {
  const declared = route.stateless ? 'stateless' : 'in an act';
  if (declared !== served) throw new Error(`route ${route.id} is declared to be served ${declared}, not ${served}`);
  return route;
}
