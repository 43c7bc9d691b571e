import type { BenchCounty } from './county/load-county.ts';
import { headersFor, OPERATIONS, type Operation, requestMaker, WRITES } from './operations.ts';

// What follows from rules, catalogues and the moment; a floor answers what is stored.
const DERIVED =
  /(^|\.)(words|programmeName|availableActions|age|mineBecause|matchedBy|nextCursor|relativeWarning|hint)(\.|\[|$)|\.clock\.(state|workingDaysLeft)$/;
const ROUNDS = 20;

type Ports = Readonly<Record<'product' | 'careful' | 'bare', number>>;

/**
 * A floor that answers less than the product would be too low: every stored field stands in both answers at the same
 * place, as often.
 */
export async function requireSameAnswers(ports: Ports, county: BenchCounty): Promise<void> {
  for (const operation of OPERATIONS.filter((one) => !WRITES.includes(one))) {
    const make = requestMaker(operation, county);
    for (let round = 0; round < ROUNDS; round++) await compare(operation, ports, make());
  }
}

async function compare(operation: Operation, ports: Ports, next: ReturnType<ReturnType<typeof requestMaker>>) {
  if (!next) throw new Error(`nothing to ask for ${operation}`);
  const ask = async (port: number) => {
    const options = { method: next.method, headers: headersFor(next), ...(next.body ? { body: next.body } : {}) };
    const answer = await fetch(`http://127.0.0.1:${port}${next.path}`, options);
    if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`);
    return countPlaces(await answer.json());
  };
  const expected = await ask(ports.product);
  if (expected.size < 3) throw new Error(`${operation}: the product answered nothing to compare`);
  for (const floor of ['careful', 'bare'] as const) {
    const given = await ask(ports[floor]);
    const less = [...expected].filter(([place, times]) => !DERIVED.test(place) && (given.get(place) ?? 0) < times);
    if (less.length > 0) throw new Error(`the ${floor} floor answers ${operation} without ${less.join(' ')}`);
  }
}

/** Where something stands, and how often: `items[].responsible.postId` 20 times. */
function countPlaces(value: unknown, place = '', counts = new Map<string, number>()): Map<string, number> {
  if (value === null || value === undefined) return counts;
  if (Array.isArray(value)) for (const one of value) countPlaces(one, `${place}[]`, counts);
  else if (typeof value === 'object')
    for (const [key, held] of Object.entries(value)) countPlaces(held, place ? `${place}.${key}` : key, counts);
  else counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}
