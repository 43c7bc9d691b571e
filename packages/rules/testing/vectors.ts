import { readFileSync } from 'node:fs';

const FILE = new URL('../../server/data/test-vectors.json', import.meta.url);

export interface Vector {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly expected: string;
  readonly provenance: string;
  readonly check: Readonly<Record<string, unknown>>;
}

const file: { readonly vectors: readonly Vector[] } = JSON.parse(readFileSync(FILE, 'utf8'));

export function getVector(id: string): Vector {
  const vector = file.vectors.find((one) => one.id === id);
  if (!vector) throw new Error(`there is no vector ${id}`);
  return vector;
}

/** Title of a test: number, clause, what it is about. */
export function titleOf(id: string): string {
  const { rule, title } = getVector(id);
  return `${id} ${rule} — ${title}`;
}

/** A date or word of the vector's check. */
export function checkText(id: string, key: string): string {
  return String(getVector(id).check[key]);
}

/** An amount of the vector's check, given in yuan, as fen. */
export function checkFen(id: string, key: string): number {
  return Math.round(Number(getVector(id).check[key]) * 100);
}

export function listVectorIds(): readonly string[] {
  return file.vectors.map(({ id }) => id);
}
