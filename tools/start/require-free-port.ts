import { createServer } from 'node:net';
import { errorCode, StartFailure, startMessages } from '../../packages/server/src/platform/runtime/index.ts';

/** `setting` is the variable that would choose another port. */
export type WantedPort = { host: string; port: number; setting: string };

/** Asks before anything slow happens; the server itself takes the port a little later. */
export async function requireFreePort(wanted: WantedPort): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen({ host: wanted.host, port: wanted.port, exclusive: true }, resolve);
    });
  } catch (error) {
    throw describe(wanted, error);
  }
  await new Promise((resolve) => probe.close(resolve));
}

function describe({ host, port, setting }: WantedPort, error: unknown): StartFailure {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartFailure(startMessages.portInUse(port, setting), error);
    case 'EACCES':
      return new StartFailure(startMessages.portForbidden(port, setting), error);
    default:
      return new StartFailure(startMessages.hostUnknown(host), error);
  }
}
