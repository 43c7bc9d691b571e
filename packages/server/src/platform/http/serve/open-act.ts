import type { Route } from '@yimen/contracts';
import type pg from 'pg';
import { transactionOn } from '../../db/database.ts';
import type { NewRows } from '../../db/insert-together.ts';
import type { Refusals } from '../../db/refuse-by-constraint.ts';
import { refused } from '../../refused.ts';
import type { Act, AuditNote } from '../implement.ts';
import type { Call } from './call.ts';
import type { ServeOptions } from './serve-options.ts';

type Send = () => Promise<unknown>;

/** What leaves with the end: statements, and rows that are written in one statement with the audit row. */
export type Last = { readonly sends: Send[]; readonly rows: NewRows[]; readonly refusals: Refusals[] };

type OpenAct = {
  readonly act: Act<Route>;
  readonly cookie: { value: string | null | undefined };
  readonly last: Last;
};

export function openAct(options: ServeOptions, call: Call, client: pg.PoolClient, now: Date): OpenAct {
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
