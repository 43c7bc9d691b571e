import { lineProblem, problemFrom } from './problem.ts';

export interface Endpoint {
  readonly method: string;
  /** With `{name}` parameters. */
  readonly path: string;
}

export interface SendInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Left at home where people speak without a name. */
  readonly credentials?: 'omit' | undefined;
}

/** Sends one request and returns the parsed answer, or throws a Problem. Knows no route. */
export async function send(endpoint: Endpoint, input: SendInput = {}): Promise<unknown> {
  const response = await reach(buildUrl(endpoint.path, input.params, input.query), {
    method: endpoint.method,
    credentials: input.credentials ?? 'same-origin',
    headers: { ...headersFor(input.body), ...input.headers },
    ...(input.body === undefined ? {} : { body: encodeBody(input.body) }),
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  });
  const body = await readBody(response);
  if (!response.ok) throw problemFrom(response.status, body, response.headers.get('x-request-id') ?? '');
  return body;
}

export function buildUrl(path: string, params: unknown, query: unknown): string {
  const values = Object(params) as Record<string, unknown>; // contracts type what comes in
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`path ${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(Object(query) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw lineProblem();
  }
}

function headersFor(body: unknown): Record<string, string> {
  if (body === undefined || body instanceof FormData) return { accept: 'application/json' };
  if (body instanceof Blob) return { accept: 'application/json', 'content-type': body.type };
  return { accept: 'application/json', 'content-type': 'application/json' };
}

function encodeBody(body: unknown): BodyInit {
  if (body instanceof FormData || body instanceof Blob) return body;
  return JSON.stringify(body);
}

async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (/\bjson\b/.test(type)) return response.json();
  // A table is a file to be kept byte for byte; reading it as text would drop its byte order mark.
  return /^text\/(?!csv)/.test(type) ? response.text() : response.blob();
}
