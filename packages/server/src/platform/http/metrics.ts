import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../db/database.ts';

export type Metrics = {
  readonly registry: Registry;
  request(route: string, method: string, status: number, ms: number): void;
};

/** Figures for Prometheus: no label ever carries a person, an address or an id. */
export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Includes the lag of the event loop.
  collectDefaultMetrics({ register: registry, prefix: 'yimen_' });
  const requests = new Histogram({
    name: 'yimen_http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  addPoolGauge(database, registry);
  addOutboxGauges(database, registry);
  addJobGauges(database, registry);
  return {
    registry,
    request: (route, method, status, ms) => requests.labels(route, method, String(status)).observe(ms / 1000),
  };
}

function addPoolGauge({ pool }: Database, registry: Registry): void {
  new Gauge({
    name: 'yimen_database_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.labels('total').set(pool.totalCount);
      this.labels('idle').set(pool.idleCount);
      this.labels('waiting').set(pool.waitingCount);
    },
  });
}

const OUTBOX_STATE = `SELECT count(*) AS waiting, count(*) FILTER (WHERE next_attempt_at = 'infinity') AS poison,
  coalesce(extract(epoch FROM now() - min(occurred_at) FILTER (WHERE next_attempt_at < 'infinity')), 0)::float8 AS lag FROM yimen.outbox_event`;

function addOutboxGauges({ pool }: Database, registry: Registry): void {
  const registers = [registry];
  const lag = new Gauge({
    name: 'yimen_outbox_lag_seconds',
    help: 'Age of the oldest event that waits for its reactions',
    registers,
  });
  const poison = new Gauge({ name: 'yimen_outbox_poison', help: 'Events given up after repeated failures', registers });
  new Gauge({
    name: 'yimen_outbox_waiting',
    help: 'Events in the outbox',
    registers,
    async collect() {
      const { rows } = await pool.query<{ waiting: number; poison: number; lag: number }>(OUTBOX_STATE);
      this.set(rows[0]?.waiting ?? 0);
      lag.set(rows[0]?.lag ?? 0);
      poison.set(rows[0]?.poison ?? 0);
    },
  });
}

/** From the table that all workers share, so that one address tells of all of them. */
function addJobGauges({ pool }: Database, registry: Registry): void {
  const registers = [registry];
  const failures = new Gauge({
    name: 'yimen_job_failures',
    help: 'Failed runs of recurring jobs',
    labelNames: ['job'],
    registers,
  });
  const age = new Gauge({
    name: 'yimen_job_age_seconds',
    help: 'Time since the last run ended',
    labelNames: ['job'],
    registers,
  });
  new Gauge({
    name: 'yimen_job_runs',
    help: 'Runs of recurring jobs',
    labelNames: ['job'],
    registers,
    async collect() {
      const { rows } = await pool.query<{ name: string; runs: number; failures: number; age: number }>(
        'SELECT name, runs, failures, coalesce(extract(epoch FROM now() - finished_at), 0)::float8 AS age FROM yimen.job_run',
      );
      for (const row of rows) {
        this.labels(row.name).set(row.runs);
        failures.labels(row.name).set(row.failures);
        age.labels(row.name).set(row.age);
      }
    },
  });
}

/** Answers on loopback only; the port is not for the public side of the machine. */
export async function listenForMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
