// Public screenings over HTTP, as a form asks them, one at a time: `node bench/screenings.ts`.
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { factsOf, type HouseholdFacts } from '@yimen/rules';
import { startDatabase } from '../packages/server/src/platform/runtime/index.ts';
import { loadPolicySet } from '../packages/server/src/policy/index.ts';
import { prepareDatabase } from '../packages/server/src/prepare-database.ts';
import { cpuOf, startChild } from './processes.ts';

/** In turn, so that none is measured on code the others have not run yet. */
const WARM_UP = 1000;
const MEASURED = 400;
/** Fewer than one address may ask in a minute. */
const BY_ONE_ADDRESS = 1000;

/** A published case with everything known, with two answers open, and a family nothing is known of. */
function households(): Record<string, HouseholdFacts> {
  const vectors = loadPolicySet().packs.get('anhui-luan-yuan')?.vectors ?? [];
  const vector = vectors.find(({ id }) => id === 'T-182');
  if (!vector) throw new Error('the published case is not in the packs');
  const known = factsOf(vector, vectors);
  const { financialAssets: _, homeCount: __, ...household } = known.household;
  return { known, 'two answers open': { ...known, household }, 'nothing known': { household: {}, members: [{}, {}] } };
}

type Server = Awaited<ReturnType<typeof startChild<{ port: number }>>>;

let asked = 0;

async function measure(port: number, facts: HouseholdFacts, count: number): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const body = JSON.stringify({ region: '341503100201', on: '2026-03-01', facts });
  const times: number[] = [];
  for (let done = 0; done < count; done += 1) {
    const at = performance.now();
    await ask(agent, port, body);
    times.push(performance.now() - at);
  }
  agent.destroy();
  return times.sort((one, other) => one - other);
}

function ask(agent: Agent, port: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    asked += 1;
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': `10.0.0.${Math.floor(asked / BY_ONE_ADDRESS) + 1}`,
    };
    const options = { agent, port, host: '127.0.0.1', method: 'POST', path: '/api/screenings', headers };
    const outgoing = request(options, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`))));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function tell(name: string, { child, ready }: Server, facts: HouseholdFacts, count: number): Promise<void> {
  const before = cpuOf(child.pid ?? 0);
  const times = await measure(ready.port, facts, count);
  const cpu = ((cpuOf(child.pid ?? 0) - before) * 1000) / count;
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(`${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; processor time of the server ${cpu.toFixed(2)} ms`);
}

// The server takes the address of whoever asks from the header.
process.env['YIMEN_TRUST_PROXY'] = '127.0.0.1';
const dataDir = mkdtempSync(join(tmpdir(), 'yimen-bench-'));
const database = await startDatabase({ dataDir, log: () => undefined });
await prepareDatabase(database.migratorUrl);
const server = await startChild<{ port: number }>(new URL('./product-server.ts', import.meta.url), {
  databaseUrl: database.appUrl,
  dataDir,
  profile: 'demo',
  port: 0,
  host: '127.0.0.1',
  metricsPort: 0,
});
try {
  const asking = Object.entries(households());
  for (const [name, facts] of asking) await tell(`${name}, right after the start`, server, facts, MEASURED / 4);
  for (const [, facts] of asking) await measure(server.ready.port, facts, WARM_UP);
  for (const [name, facts] of asking) await tell(name, server, facts, MEASURED);
} finally {
  server.child.kill('SIGKILL');
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
