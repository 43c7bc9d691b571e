// The load generator: a process of its own, so that its work is not counted as the server's.
import { readFileSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import type { BenchCounty } from './county/load-county.ts';
import { headersFor, type Operation, requestMaker } from './operations.ts';

export type Round = {
  readonly operation: Operation;
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
};
export type RoundResult = {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly firstFailure: string | null;
};

let county: BenchCounty | undefined;

process.on('message', (message: { county: string } | { round: Round }) => {
  if ('county' in message) {
    county = JSON.parse(readFileSync(message.county, 'utf8')) as BenchCounty;
    process.send?.({ ready: true });
    return;
  }
  void run(message.round).then((result) => process.send?.(result));
});

async function run({ operation, port, connections, seconds }: Round): Promise<RoundResult> {
  if (!county) throw new Error('no county');
  const make = requestMaker(operation, county);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let failures = 0;
  let firstFailure: string | null = null;
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  async function client(): Promise<void> {
    while (performance.now() < until) {
      const next = make();
      if (!next) return;
      const at = performance.now();
      // A connection that breaks is a failed request, not the end of the run.
      const answer = await ask(agent, port, next).catch((error: Error) => ({ status: 599, text: error.message }));
      latencies.push(performance.now() - at);
      if (answer.status >= 300) {
        failures += 1;
        firstFailure ??= `${answer.status} ${answer.text.slice(0, 300)}`;
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    requests: latencies.length,
    failures,
    seconds: (performance.now() - startedAt) / 1000,
    p50: at(0.5),
    p99: at(0.99),
    firstFailure,
  };
}

function ask(
  agent: Agent,
  port: number,
  next: NonNullable<ReturnType<ReturnType<typeof requestMaker>>>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...headersFor(next),
      ...(next.body ? { 'content-length': String(Buffer.byteLength(next.body)) } : {}),
    };
    const outgoing = send(
      { agent, port, host: '127.0.0.1', method: next.method, path: next.path, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(next.body);
  });
}
