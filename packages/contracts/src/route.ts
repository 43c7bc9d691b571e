import type { z } from 'zod';
import type { Permission } from './access.ts';
import type { ErrorCode } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Who may call: nobody needs to sign in, anybody signed in, or the holder of a permission. */
export type RouteAccess = 'public' | 'signed-in' | Permission;

export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  /** verb-noun, unique; the audit action and the OpenAPI operationId. */
  readonly id: string;
  readonly method: Method;
  /** Path with `{name}` parameters, under /api. */
  readonly path: string;
  readonly access: RouteAccess;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  /** Refusals a caller should expect beside the general ones. */
  readonly errors?: readonly ErrorCode[];
  /** Reading or writing personal data: leaves a row in the audit log even for GET. */
  readonly audited?: boolean;
  /** The answer holds a secret (token, recovery codes) and is shown once: it is not kept for a repeated command. */
  readonly shownOnce?: boolean;
  /** The answer holds a secret that a repeated command must get again (the follow code of a report): kept sealed. */
  readonly sealedAnswer?: boolean;
  /** A question sent as POST to keep names and numbers out of addresses and logs: nothing is done, so nothing is repeated. */
  readonly asks?: boolean;
  /**
   * Answered from what is sent and what the process holds anyway: nobody is identified, nothing is stored, no trace is
   * left. Such a question needs no key either.
   */
  readonly stateless?: boolean;
  /** Raw media types instead of JSON. */
  readonly consumes?: readonly string[];
  readonly produces?: string;
};

/** Declares one endpoint; the server implements it, the web apps call it, OpenAPI and the permission matrix list it. */
export function defineRoute<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodType,
>(route: Route<Params, Query, Body, Response>): Route<Params, Query, Body, Response> {
  return route;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Given<T> = T extends z.ZodType ? z.input<T> : undefined;

export type ParamsOf<R> = R extends Route<infer P, infer _Q, infer _B, infer _R> ? Parsed<P> : never;
export type QueryOf<R> = R extends Route<infer _P, infer Q, infer _B, infer _R> ? Parsed<Q> : never;
export type BodyOf<R> = R extends Route<infer _P, infer _Q, infer B, infer _R> ? Parsed<B> : never;
export type ResponseOf<R> = R extends Route<infer _P, infer _Q, infer _B, infer S> ? Parsed<S> : never;
export type InputOf<R> =
  R extends Route<infer P, infer Q, infer B, infer _R>
    ? { readonly params: Given<P>; readonly query: Given<Q>; readonly body: Given<B> }
    : never;
