import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../packages/server/src/platform/runtime/index.ts';
import { prepareDatabase } from '../packages/server/src/prepare-database.ts';
import { openServices } from '../packages/server/src/services.ts';
import { type BenchCounty, loadCounty } from './county/load-county.ts';
import type { Round, RoundResult } from './load.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { cpuOf, cpuOfFamily, postmasterPid, startChild } from './processes.ts';
import { type Measured, writeReport } from './report.ts';
import { requireSameAnswers } from './same-answer.ts';

export type BenchOptions = {
  readonly households: number;
  readonly seconds: number;
  readonly connections: readonly number[];
  readonly operations: readonly Operation[];
  readonly write: boolean;
  readonly profile?: string | undefined;
};

const POOL = 16;
const SERVERS = ['product', 'careful', 'bare'] as const;

/** Loads the county, starts the product and its two floors on the same database, and measures them in turn. */
export async function bench(options: BenchOptions): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yimen-bench-'));
  const database = await startDatabase({ dataDir, log: () => undefined });
  const children: ChildProcess[] = [];
  try {
    await prepareDatabase(database.migratorUrl);
    const countyFile = await fillDatabase(database, dataDir, options);
    const ports = await startServers(database, dataDir, children, options.profile);
    const county = JSON.parse(readFileSync(countyFile, 'utf8')) as BenchCounty;
    const portOf = (server: (typeof SERVERS)[number]) => ports[server].port;
    await requireSameAnswers({ product: portOf('product'), careful: portOf('careful'), bare: portOf('bare') }, county);
    const generator = await startChild<{ ready: true }>(new URL('./load.ts', import.meta.url), { county: countyFile });
    children.push(generator.child);
    const measured: Measured[] = [];
    for (const operation of options.operations) {
      for (const connections of options.connections) {
        for (const server of SERVERS) {
          const { port, child } = ports[server];
          const ask = (seconds: number) =>
            measure(generator.child, child, postmasterPid(dataDir), { operation, port, connections, seconds });
          // Servers run for weeks: what is measured is code that has run before.
          await ask(connections === options.connections[0] ? options.seconds : Math.min(1, options.seconds / 3));
          const result = await ask(options.seconds);
          measured.push({ operation, connections, server, ...result });
          console.log(line(measured.at(-1) as Measured));
        }
      }
    }
    if (options.profile) await endGently(ports.product.child);
    writeReport(
      measured,
      { households: options.households, cpu: `${cpus().length} × ${cpus()[0]?.model ?? ''}`, node: process.version },
      options.write,
    );
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Urls = { readonly appUrl: string; readonly migratorUrl: string; readonly adminUrl: string };

async function fillDatabase(database: Urls, dataDir: string, { households }: BenchOptions): Promise<string> {
  const services = await openServices({
    databaseUrl: database.appUrl,
    dataDir,
    profile: 'standard',
    name: 'yimen-bench',
  });
  const startedAt = performance.now();
  const county = await loadCounty(
    services,
    database.adminUrl,
    { households, casesPerHousehold: 3, grants: Math.min(households, 100_000) },
    (text) => console.log(`  ${text}`),
  );
  console.log(`  county loaded in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  await services.close();
  const file = join(dataDir, 'county.json');
  writeFileSync(file, JSON.stringify(county));
  return file;
}

type Server = { readonly port: number; readonly child: ChildProcess };

async function startServers(
  database: Urls,
  dataDir: string,
  children: ChildProcess[],
  profile: string | undefined,
): Promise<Record<(typeof SERVERS)[number], Server>> {
  const product = await startChild<{ port: number }>(
    new URL('./product-server.ts', import.meta.url),
    { databaseUrl: database.appUrl, port: 0, host: '127.0.0.1', dataDir, profile: 'standard', metricsPort: 0 },
    profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
  );
  const floor = (mode: 'careful' | 'bare') =>
    startChild<{ port: number }>(new URL('./floors/floor-server.ts', import.meta.url), {
      mode,
      url: database.migratorUrl,
      poolSize: POOL,
      dataDir,
    });
  const [careful, bare] = [await floor('careful'), await floor('bare')];
  children.push(product.child, careful.child, bare.child);
  const server = ({ child, ready }: typeof product): Server => ({ child, port: ready.port });
  return { product: server(product), careful: server(careful), bare: server(bare) };
}

async function measure(
  generator: ChildProcess,
  server: ChildProcess,
  postmaster: number,
  round: Round,
): Promise<RoundResult & { serverCpuMs: number; databaseCpuMs: number }> {
  const before = { server: cpuOf(server.pid ?? 0), database: cpuOfFamily(postmaster) };
  const result = await new Promise<RoundResult>((resolve, reject) => {
    const fail = () => reject(new Error('the load generator ended'));
    generator.once('exit', fail);
    generator.once('message', (message) => {
      generator.off('exit', fail);
      resolve(message as RoundResult);
    });
    generator.send({ round });
  });
  const per = (seconds: number) => (result.requests === 0 ? 0 : (seconds * 1000) / result.requests);
  return {
    ...result,
    serverCpuMs: per(cpuOf(server.pid ?? 0) - before.server),
    databaseCpuMs: per(cpuOfFamily(postmaster) - before.database),
  };
}

function endGently(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.send('stop');
  });
}

function line(one: Measured): string {
  const rate = (one.requests / one.seconds).toFixed(0).padStart(6);
  const failed = one.failures > 0 ? `  ${one.failures} failed: ${one.firstFailure}` : '';
  return `${one.operation.padEnd(12)} ${String(one.connections).padStart(3)} ${one.server.padEnd(8)} ${rate}/s  p50 ${one.p50.toFixed(1)} ms  p99 ${one.p99.toFixed(1)} ms  cpu ${one.serverCpuMs.toFixed(2)} + ${one.databaseCpuMs.toFixed(2)} ms${failed}`;
}

export const DEFAULTS: BenchOptions = {
  households: 100_000,
  seconds: 4,
  connections: [1, 16, 64],
  operations: OPERATIONS,
  write: true,
};
