import { type Logger, pino } from 'pino';

const FLUSH_MS = 200;

/** JSON lines on standard output; nothing is logged that `platform/http` did not choose. */
export function createLog(name: string, level = process.env['YIMEN_LOG_LEVEL'] ?? 'info'): Logger {
  return pino(
    {
      name,
      level,
      base: { name, pid: process.pid },
      // Fastify would add address, host and port of the caller.
      serializers: { req: (request: { id?: string }) => ({ id: request.id }), res: () => undefined },
      redact: ['req.headers', 'req.body', 'password', 'token', 'code'],
    },
    // Many lines a write; the rest is written when the process ends, and only kill -9 takes the last moment along.
    pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: FLUSH_MS }),
  );
}
