import type { BenchCounty } from './county/load-county.ts';
import { headersFor, OPERATIONS, requestMaker, WRITES } from './operations.ts';

// What follows from rules, catalogues and the moment; a floor answers what is stored.
const DERIVED = new Set([
  ...[
    'words',
    'programmeName',
    'availableActions',
    'age',
    'mineBecause',
    'matchedBy',
    'nextCursor',
    'items',
    'zh',
    'en',
  ],
  ...['act', 'label', 'blockedBy'],
]);

/** A floor that answers less than the product would be too low: every stored field of each page stands in both answers. */
export async function requireSameAnswers(
  ports: Readonly<Record<'product' | 'careful' | 'bare', number>>,
  county: BenchCounty,
) {
  for (const operation of OPERATIONS) {
    if (WRITES.includes(operation)) continue;
    const next = requestMaker(operation, county)();
    if (!next) continue;
    const ask = async (port: number) => {
      const options = { method: next.method, headers: headersFor(next), ...(next.body ? { body: next.body } : {}) };
      const answer = await fetch(`http://127.0.0.1:${port}${next.path}`, options);
      if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`);
      return keysOf(await answer.json());
    };
    const expected = await ask(ports.product);
    for (const floor of ['careful', 'bare'] as const) {
      const given = await ask(ports[floor]);
      const missing = [...expected].filter((key) => !given.has(key) && !DERIVED.has(key));
      if (missing.length > 0) throw new Error(`the ${floor} floor answers ${operation} without ${missing.join(', ')}`);
    }
  }
}

/** Names of the fields that hold something. */
function keysOf(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((one) => [...keysOf(one)]));
  if (typeof value !== 'object' || value === null) return new Set();
  const filled = Object.entries(value).filter(([, held]) => held !== null && held !== undefined);
  return new Set(filled.flatMap(([key, held]) => [key, ...keysOf(held)]));
}
