import { createServer } from 'node:net';
import { errorCode, StartFailure, startMessages } from '../../packages/server/src/platform/runtime/index.ts';

/** Asks before anything slow happens; the server itself takes the port a little later. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen({ host, port, exclusive: true }, resolve);
    });
  } catch (error) {
    throw describe(host, port, error);
  }
  await new Promise((resolve) => probe.close(resolve));
}

function describe(host: string, port: number, error: unknown): StartFailure {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartFailure(startMessages.portInUse(port), error);
    case 'EACCES':
      return new StartFailure(startMessages.portForbidden(port), error);
    default:
      return new StartFailure(startMessages.hostUnknown(host), error);
  }
}
