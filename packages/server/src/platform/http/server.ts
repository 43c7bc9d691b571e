import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { Route } from '@yimen/contracts';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { z } from 'zod';
import type { PlatformServices } from '../platform-services.ts';
import { checkRoutes } from './check-routes.ts';
import { addContentParsers } from './content.ts';
import { addDocumentation } from './documentation.ts';
import { sendEarlyFailure, sendProblem } from './errors.ts';
import { addHealth } from './health.ts';
import type { Implementation } from './implement.ts';
import { requireMediaType, wrongMediaOf } from './media-type.ts';
import type { Metrics } from './metrics.ts';
import type { Shapes } from './open-api.ts';
import { findMethodsFor } from './route-path.ts';
import { commonHeaders } from './security-headers.ts';
import { serve } from './serve/serve.ts';
import type { ServeOptions } from './serve/serve-options.ts';
import { serveStateless } from './serve/serve-stateless.ts';
import { addWebPages, type WebApp } from './web-pages.ts';

const MINUTE = 60_000;
const MIB = 1024 * 1024;

export type ServerOptions = {
  readonly services: PlatformServices;
  readonly implementations: readonly Implementation[];
  readonly webApps: readonly WebApp[];
  readonly version: string;
  readonly metrics?: Metrics;
  /** Parts of the description that are made from what runs. */
  readonly shapes?: () => Shapes;
};

/** The whole HTTP side as one Fastify app; it does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { services, implementations } = options;
  const { settings } = services;
  checkRoutes(implementations.map(({ route }) => route));
  const loggerInstance: FastifyBaseLogger = services.log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: MIB,
    exposeHeadRoutes: false,
    trustProxy: settings.trustProxy.length > 0 ? [...settings.trustProxy] : false,
    connectionTimeout: 60_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 70_000,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    // Addresses that cannot even be decoded never reach a hook.
    frameworkErrors: (error, _request, reply) =>
      sendEarlyFailure(error, _request, reply.headers(commonHeaders(settings.secure))),
  });
  addContentParsers(app);
  addHeadersAndLog(app, options);
  app.setErrorHandler(sendEarlyFailure);
  await app.register(rateLimit, { global: false });
  const serveOptions = serveOptionsFor(app, services);
  for (const implementation of implementations) addRoute(app, options, serveOptions, implementation);
  addHealth(app, services, options.version);
  addDocumentation(app, {
    routes: implementations.map(({ route }) => route),
    version: options.version,
    secure: settings.secure,
    shapes: options.shapes ?? (() => ({})),
  });
  const sendPage = await addWebPages(app, options.webApps);
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/') || request.method !== 'GET')
      return sendUnknown(implementations, request.method, request.url, reply);
    return sendPage(request.url, reply) ? reply : sendProblem(reply, 'NOT_FOUND');
  });
  return app;
}

function serveOptionsFor(app: FastifyInstance, services: PlatformServices): ServeOptions {
  const { settings } = services;
  const countSignedOut = app.createRateLimit({ max: settings.rates.publicCommand, timeWindow: MINUTE });
  return {
    database: services.database,
    clock: services.clock,
    secureCookies: settings.secure,
    prepare: settings.prepare,
    vault: services.vault,
    sessionIdleMinutes: settings.session.idleMinutes,
    openDay: (now) => services.openDay(now),
    mayWrite: services.mayWrite,
    admitSignedOut: async (request) => {
      const count = await countSignedOut(request);
      return count.isAllowed || !count.isExceeded;
    },
  };
}

function addRoute(
  app: FastifyInstance,
  options: ServerOptions,
  serveOptions: ServeOptions,
  given: Implementation,
): void {
  const implementation = { ...given, route: strictly(given.route) };
  const { route } = implementation;
  const limit = limitFor(route, options.services.settings.rates);
  app.route({
    method: route.method,
    url: `/api${route.path.replaceAll(/\{([^}]+)\}/g, ':$1')}`,
    bodyLimit: bodyLimitOf(route),
    config: {
      routeId: route.id,
      wrongMedia: wrongMediaOf(route),
      ...(limit === undefined ? {} : { rateLimit: { max: limit, timeWindow: MINUTE } }),
    },
    preValidation: async (request) => requireMediaType(route, request),
    handler: (request, reply) =>
      'answer' in implementation
        ? serveStateless(options.services.clock, implementation, request, reply)
        : serve(serveOptions, implementation, request, reply),
  });
}

/** Fields that the contract does not name are refused, not dropped: nobody sends a `status` or `regionCode` on trial. */
function strictly(route: Route): Route {
  return route.body instanceof z.ZodObject ? { ...route, body: route.body.strict() } : route;
}

/** A coarse limit per address; the fine one for people who are not signed in is counted in `serve`. */
function limitFor(route: Route, rates: PlatformServices['settings']['rates']): number | undefined {
  if (route.access !== 'public') return undefined;
  if (route.path === '/session' && route.method === 'POST') return rates.signIn;
  if (route.path.startsWith('/session/')) return rates.signIn;
  if (route.path === '/first-administrator') return rates.publicCommand;
  if (route.path.startsWith('/me') || route.path.startsWith('/session')) return undefined;
  return rates.publicRead;
}

function bodyLimitOf(route: Route): number {
  if (route.consumes === undefined) return MIB;
  return route.consumes.some((type) => type.startsWith('image/')) ? 10 * MIB : 5 * MIB;
}

function addHeadersAndLog(app: FastifyInstance, { services, metrics }: ServerOptions): void {
  const headers = commonHeaders(services.settings.secure);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id);
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = routeIdOf(request);
    metrics?.request(route, request.method, reply.statusCode, reply.elapsedTime);
    // No address, no query, no body: ids only.
    request.log.info({ route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
}

function routeIdOf(request: FastifyRequest): string {
  const config = request.routeOptions.config as { routeId?: string };
  return config.routeId ?? (request.url.startsWith('/api') ? 'api-other' : 'page');
}

function sendUnknown(
  implementations: readonly Implementation[],
  method: string,
  url: string,
  reply: Parameters<typeof sendProblem>[0],
) {
  const methods = findMethodsFor(
    implementations.map(({ route }) => route),
    url,
  );
  if (methods.length === 0 || methods.includes(method)) return sendProblem(reply, 'NOT_FOUND');
  return sendProblem(reply.header('allow', methods.join(', ')), 'METHOD_NOT_ALLOWED');
}
