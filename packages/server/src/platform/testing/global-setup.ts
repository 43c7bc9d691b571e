import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from './test-server.ts';

// Several vitest projects share one server; each evaluates this file for itself.
type Shared = { users: number; server: Promise<TestServer> | undefined };
const shared: Shared = Reflect.get(globalThis, '__yimenTestServer') ?? { users: 0, server: undefined };
Reflect.set(globalThis, '__yimenTestServer', shared);

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: { adminUrl: string; migratorUrl: string; appUrl: string };
  }
}

export async function setup(project: TestProject): Promise<void> {
  shared.users += 1;
  shared.server ??= startTestServer();
  const { adminUrl, migratorUrl, appUrl } = await shared.server;
  project.provide('testServer', { adminUrl, migratorUrl, appUrl });
}

export async function teardown(): Promise<void> {
  shared.users -= 1;
  if (shared.users > 0 || shared.server === undefined) return;
  const server = await shared.server;
  shared.server = undefined;
  await server.stop();
}
