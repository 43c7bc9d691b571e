import { ERRORS, type ErrorCode, ROLES, type Role, type Route, TEXT_FORMATS } from '@yimen/contracts';
import { z } from 'zod';
import { wrongMediaOf } from './media-type.ts';

type Json = Record<string, unknown>;

const GENERAL: readonly ErrorCode[] = ['BAD_REQUEST', 'INVALID_INPUT', 'TOO_MANY_REQUESTS', 'INTERNAL', 'UNAVAILABLE'];
const COMMAND: readonly ErrorCode[] = [
  'CROSS_SITE',
  'IDEMPOTENCY_KEY_MISSING',
  'IDEMPOTENCY_KEY_REUSED',
  'DISK_FULL',
  'TOO_LARGE',
];

/** A part that a contract leaves open by `.meta({ shape })` and that what runs can say: by name. */
export type Shapes = Readonly<Record<string, { readonly schema: Json; readonly example: unknown }>>;

/** OpenAPI 3.1 made from the contracts: what runs is what is described. */
export function describeApi(
  routes: readonly Route[],
  { version, cookie, shapes = {} }: { readonly version: string; readonly cookie: string; readonly shapes?: Shapes },
): Json {
  const paths: Record<string, Json> = { '/health': HEALTH };
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, shapes) };
  return {
    openapi: '3.1.0',
    info: {
      title: '一门 Yimen',
      version,
      description:
        '社会救助与救急难平台接口。金额一律为整数分；日期为北京时间 YYYY-MM-DD；时刻为 UTC。\n\nInterface of the platform for social assistance and urgent-difficulty relief. Money is whole fen, dates are Asia/Shanghai, instants are UTC.',
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: { Problem: PROBLEM, ...Object.fromEntries(Object.entries(shapes).map(withExample)) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } },
    },
  };
}

function operationOf(route: Route, shapes: Shapes): Json {
  const isCommand = route.method !== 'GET';
  return {
    operationId: route.id,
    tags: [route.path.split('/')[1] ?? 'other'],
    summary: `${route.summary.zh} · ${route.summary.en}`,
    description: accessText(route),
    ...(route.access === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...fieldsOf(route.params, 'path'),
      ...fieldsOf(route.query, 'query'),
      ...(isCommand && !route.stateless ? COMMAND_HEADERS : []),
      ...(route.access === 'public' ? [] : [POST_HEADER]),
    ],
    ...(isCommand ? bodyOf(route, shapes) : {}),
    responses: { 200: answerOf(route), ...failuresOf(route, isCommand) },
    'x-access': route.access,
    'x-errors': errorsOf(route, isCommand),
  };
}

function accessText(route: Route): string {
  const audited =
    !route.stateless && (route.audited === true || route.method !== 'GET')
      ? '\n\n每次调用记入审计日志。Every call is written to the audit log.'
      : '';
  if (route.access === 'public') return `无需登录。No sign-in needed.${audited}`;
  if (route.access === 'signed-in') return `登录即可。Anybody signed in.${audited}`;
  const { access } = route;
  const roles = (Object.keys(ROLES) as Role[]).filter((role) =>
    (ROLES[role].permissions as readonly string[]).includes(access),
  );
  const names = roles.map((role) => `${ROLES[role].zh} ${ROLES[role].en}`).join('、');
  return `权限 permission \`${access}\`：${names || '—'}${audited}`;
}

function fieldsOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: described,
  }));
}

function bodyOf(route: Route, shapes: Shapes): Json {
  if (route.consumes)
    return { requestBody: { required: true, content: Object.fromEntries(route.consumes.map((type) => [type, {}])) } };
  if (!route.body) return {};
  const schema = schemaOf(route.body, 'input');
  const content = { schema: namingShapes(schema), example: exampleOf(schema, shapes) };
  return { requestBody: { required: true, content: { 'application/json': content } } };
}

function answerOf(route: Route): Json {
  const description = `${route.summary.zh} · ${route.summary.en}`;
  if (route.produces) return { description, content: { [route.produces]: {} } };
  const schema = schemaOf(route.response, 'output');
  return { description, content: { 'application/json': { schema, example: exampleOf(schema) } } };
}

function errorsOf(route: Route, isCommand: boolean): ErrorCode[] {
  const access: ErrorCode[] = [];
  if (route.access !== 'public') access.push('NOT_SIGNED_IN', 'NOT_ALLOWED', 'NOT_SUBSTITUTE');
  const params: ErrorCode[] = route.params ? ['NOT_FOUND'] : [];
  const command = isCommand && !route.stateless ? COMMAND : [];
  const media = isCommand ? [wrongMediaOf(route)] : [];
  return [...new Set([...(route.errors ?? []), ...access, ...params, ...command, ...media, ...GENERAL])];
}

function failuresOf(route: Route, isCommand: boolean): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(route, isCommand))
    byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `${code}: ${ERRORS[code].title.zh} ${ERRORS[code].title.en}`).join('; '),
        content,
      },
    ]),
  );
}

function withExample([name, { schema, example }]: [string, Shapes[string]]): [string, Json] {
  return [name, { ...schema, examples: [example] }];
}

/** What has a shape of its own is named, not repeated. */
function namingShapes(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(namingShapes);
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('shape' in schema && typeof schema.shape === 'string') return { $ref: `#/components/schemas/${schema.shape}` };
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, namingShapes(value)]));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return described;
}

/** A plausible value for a reader; not meant to pass every rule. */
function exampleOf(schema: Json, shapes: Shapes = {}, depth = 0): unknown {
  const shape = shapes[String(schema['shape'])];
  if (shape) return shape.example;
  if ('default' in schema) return schema['default'];
  if ('const' in schema) return schema['const'];
  const choices = schema['enum'];
  if (Array.isArray(choices)) return choices[0];
  const variants = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (variants?.[0]) return exampleOf(variants[0], shapes, depth);
  if (depth > 6) return null;
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema['properties'] ?? {}) as Record<string, Json>).map(([name, field]) => [
          name,
          exampleOf(field, shapes, depth + 1),
        ]),
      );
    case 'array':
      return schema['items'] ? [exampleOf(schema['items'] as Json, shapes, depth + 1)] : [];
    case 'integer':
    case 'number':
      return Math.max(Number(schema['minimum'] ?? 0), 1);
    case 'boolean':
      return true;
    case 'string':
      return EXAMPLES[String(schema['format'] ?? '')] ?? exampleWritten(schema['pattern']);
    default:
      return null;
  }
}

function exampleWritten(pattern: unknown): string {
  const format = Object.values(TEXT_FORMATS).find((known) => known.pattern.source === pattern);
  return (format ?? TEXT_FORMATS.plainText).example;
}

const EXAMPLES: Record<string, string> = {
  uuid: '7f1c2a34-5b6d-4e8f-9a0b-1c2d3e4f5a6b',
  date: '2026-11-21',
  'date-time': '2026-11-21T02:30:00.000Z',
};

const COMMAND_HEADERS = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: '每次提交一个新的 UUID；重试用同一个。A new UUID per act, the same one for a retry.',
    schema: { type: 'string', format: 'uuid' },
  },
  { name: 'X-Yimen-Csrf', in: 'header', required: true, schema: { const: '1' } },
];

const POST_HEADER = {
  name: 'X-Yimen-Post',
  in: 'header',
  required: false,
  description: '以哪个岗位办理（B 岗代理 A 岗时必填）。The acting post, when B acts for an absent A.',
  schema: { type: 'string', format: 'uuid' },
};

const WORDS = {
  type: 'object',
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
  required: ['zh', 'en'],
};

const FIELD_ERROR = {
  type: 'object',
  properties: {
    path: { type: 'string' },
    message: { ...WORDS, description: '给人看的，按填写的单位。For people, in the unit they type.' },
    asData: {
      ...WORDS,
      description: '给程序看的，按数据的单位（金额为分）。For programs, in the unit of the data (money in fen).',
    },
  },
  required: ['path', 'message'],
};

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457；请求编号在响应头 x-request-id。The request number is in the header x-request-id.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(ERRORS) },
    words: WORDS,
    nextStep: WORDS,
    fieldErrors: { type: 'array', items: FIELD_ERROR },
    facts: { type: 'object' },
  },
  required: ['type', 'title', 'status', 'code', 'words', 'nextStep'],
};

const HEALTH = {
  get: {
    operationId: 'health',
    tags: ['health'],
    summary: '运行状况 · Health',
    responses: { 200: { description: '可以服务 ready' }, 503: { description: '尚不能服务 not ready' } },
  },
};
