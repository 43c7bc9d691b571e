import type { InputOf, ResponseOf, Route } from '@yimen/contracts';
import { isProblem, send } from '@yimen/ui';
import { getActingPost } from '../session/acting-post.ts';
import { noteCall, renewSession } from '../session/session-watch.ts';

const API = '/api';

type Needed<Input> = {
  readonly [Part in keyof Input as CanBeLeftOut<Input[Part]> extends true ? never : Part]: Input[Part];
};
type CanBeLeftOut<Part> = undefined extends Part ? true : Record<never, never> extends Part ? true : false;
/** Parts that are undefined or wholly optional may be left out. */
export type CallInput<R> = Needed<InputOf<R>> & Partial<InputOf<R>>;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Sent with every command; the same key makes a repeated submission harmless. */
  readonly idempotencyKey?: string | undefined;
  /** False for the sign-in itself, whose refusal must not ask for a sign-in. */
  readonly renew?: boolean;
}

/**
 * Calls one endpoint of the contracts; throws a Problem. When the session has ended it waits for the person
 * to sign in again over the open page and then repeats the call with the same key, so nothing typed is lost.
 */
export async function call<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: CallOptions = {},
): Promise<ResponseOf<R>> {
  const request = { ...input, headers: headersFor(route, options), signal: options.signal };
  const endpoint = { method: route.method, path: `${API}${route.path}` };
  try {
    const answer = await send(endpoint, request);
    noteCall();
    return answer as ResponseOf<R>; // the server validates every answer against this contract
  } catch (error) {
    if (options.renew === false || !isProblem(error, 'NOT_SIGNED_IN')) throw error;
    if (!(await renewSession())) throw error;
    return call(route, input, { ...options, renew: false });
  }
}

function headersFor(route: Route, options: CallOptions): Record<string, string> {
  const post = getActingPost();
  return {
    ...(post === undefined ? {} : { 'x-yimen-post': post }),
    ...(route.method === 'GET'
      ? {}
      : { 'x-yimen-csrf': '1', 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() }),
  };
}
