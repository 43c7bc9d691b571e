import { type Logger, pino } from 'pino';

/** JSON lines on standard output; nothing is logged that `platform/http` did not choose. */
export function createLog(name: string, level = process.env['YIMEN_LOG_LEVEL'] ?? 'info'): Logger {
  return pino({
    name,
    level,
    base: { name, pid: process.pid },
    // Fastify would add address, host and port of the caller.
    serializers: { req: (request: { id?: string }) => ({ id: request.id }), res: () => undefined },
    redact: ['req.headers', 'req.body', 'password', 'token', 'code'],
  });
}
