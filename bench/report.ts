import { readFileSync, writeFileSync } from 'node:fs';
import type { RoundResult } from './load.ts';
import { type Operation, WRITES } from './operations.ts';

export type Measured = RoundResult & {
  readonly operation: Operation;
  readonly connections: number;
  readonly server: 'product' | 'careful' | 'bare';
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
};
export type Machine = { readonly households: number; readonly cpu: string; readonly node: string };

const FILE = new URL('../docs/benchmarks.md', import.meta.url);
const START = '<!-- measured by npm run bench -->';
const END = '<!-- end -->';

/** Prints the ratios and keeps the table in docs/benchmarks.md between its marks. */
export function writeReport(measured: readonly Measured[], machine: Machine, write: boolean): void {
  const table = [
    START,
    `Measured ${new Date().toISOString().slice(0, 10)} on ${machine.cpu}, ${machine.node}, database and load generator on the same machine; ${machine.households.toLocaleString('en')} households, ${(machine.households * 3).toLocaleString('en')} cases.`,
    '',
    '| operation | connections | requests/s | of careful | of bare | p50 ms | p99 ms | careful p99 | CPU server + database ms | careful | bare |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...measured.filter((one) => one.server === 'product').map((one) => row(one, measured)),
    END,
  ].join('\n');
  console.log(`\n${table}`);
  if (write) keep(table);
}

function row(product: Measured, all: readonly Measured[]): string {
  const floor = (server: 'careful' | 'bare') =>
    all.find(
      (one) => one.server === server && one.operation === product.operation && one.connections === product.connections,
    );
  const [careful, bare] = [floor('careful'), floor('bare')];
  const share = (other: Measured | undefined) => (other ? (rateOf(product) / rateOf(other)).toFixed(2) : '');
  const cpu = (one: Measured | undefined) =>
    one ? `${one.serverCpuMs.toFixed(2)} + ${one.databaseCpuMs.toFixed(2)}` : '';
  const late = product.connections === 16 && product.p99 > (WRITES.includes(product.operation) ? 100 : 50) ? ' ⚠' : '';
  return `| ${[product.operation, product.connections, rateOf(product).toFixed(0), share(careful), share(bare), product.p50.toFixed(1), `${product.p99.toFixed(1)}${late}`, careful?.p99.toFixed(1) ?? '', cpu(product), cpu(careful), cpu(bare)].join(' | ')} |`;
}

function rateOf(one: Measured): number {
  return (one.requests - one.failures) / one.seconds;
}

function keep(table: string): void {
  const text = readFileSync(FILE, 'utf8');
  const [before, after] = [text.indexOf(START), text.indexOf(END)];
  if (before < 0 || after < 0) throw new Error('docs/benchmarks.md has lost its marks');
  writeFileSync(FILE, text.slice(0, before) + table + text.slice(after + END.length));
}
