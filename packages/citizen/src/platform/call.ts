import type { InputOf, ResponseOf, Route } from '@yimen/contracts';
import { randomKey, send } from '@yimen/ui';

type Needed<Input> = {
  readonly [Part in keyof Input as CanBeLeftOut<Input[Part]> extends true ? never : Part]: Input[Part];
};
type CanBeLeftOut<Part> = undefined extends Part ? true : Record<never, never> extends Part ? true : false;
/** Parts that are undefined or wholly optional may be left out. */
export type CallInput<R> = Needed<InputOf<R>> & Partial<InputOf<R>>;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** Sends one picture or file as it is; throws a Problem. */
export async function callWithFile<R extends Route>(
  route: R,
  file: File,
  idempotencyKey: string,
): Promise<ResponseOf<R>> {
  const headers = { 'x-yimen-csrf': '1', 'idempotency-key': idempotencyKey };
  const answer = await send(
    { method: route.method, path: `/api${route.path}` },
    { body: file, headers, credentials: 'omit' },
  );
  return answer as ResponseOf<R>; // the server validates every answer against this contract
}

/** Calls one public endpoint of the contracts; throws a Problem. */
export async function call<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: CallOptions = {},
): Promise<ResponseOf<R>> {
  const headers =
    route.method === 'GET'
      ? undefined
      : { 'x-yimen-csrf': '1', 'idempotency-key': options.idempotencyKey ?? randomKey() };
  const answer = await send(
    { method: route.method, path: `/api${route.path}` },
    // An officer's session on the same device must not sign what is told here without a name (PR11).
    { ...input, headers, signal: options.signal, credentials: 'omit' },
  );
  return answer as ResponseOf<R>; // the server validates every answer against this contract
}
