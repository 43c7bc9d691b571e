import { type Limit, parseLimit } from '../calendar/limit.ts';
import type { PolicyOn } from './policy-on.ts';
import { missingParameter, type Resolved, resolveParameter, type Unknown } from './resolve-parameter.ts';
import { type Area, INTEGER_UNITS, type Row } from './unit.ts';

/** Integer parameters: fen, basis points, days, counts. */
export function resolveInteger(policy: PolicyOn, id: string, area: Area | null = null): Resolved<number> | Unknown {
  const found = resolveParameter(policy, id, area);
  if (!found.known) return found;
  const { value } = found;
  if (typeof value !== 'number' || !INTEGER_UNITS.includes(found.unit)) return otherUnit(policy, found);
  return { ...found, value };
}

export function resolveFlag(policy: PolicyOn, id: string): Resolved<boolean> | Unknown {
  const found = resolveParameter(policy, id);
  if (!found.known) return found;
  const { value } = found;
  return typeof value === 'boolean' ? { ...found, value } : otherUnit(policy, found);
}

export function resolveText(policy: PolicyOn, id: string): Resolved<string> | Unknown {
  const found = resolveParameter(policy, id);
  if (!found.known) return found;
  const { value } = found;
  return typeof value === 'string' ? { ...found, value } : otherUnit(policy, found);
}

export function resolveList(policy: PolicyOn, id: string): Resolved<readonly string[]> | Unknown {
  const found = resolveParameter(policy, id);
  if (!found.known) return found;
  const { value } = found;
  return found.unit === 'list' && isList(value) ? { ...found, value } : otherUnit(policy, found);
}

/** A length with its clock; the text as written stays in `value`. */
export function resolveLimit(policy: PolicyOn, id: string): (Resolved<string> & { readonly limit: Limit }) | Unknown {
  const found = resolveText(policy, id);
  if (!found.known) return found;
  const limit = found.unit === 'limit' ? parseLimit(found.value) : undefined;
  return limit ? { ...found, limit } : otherUnit(policy, found);
}

export function resolveTable(policy: PolicyOn, id: string): Resolved<readonly Row[]> | Unknown {
  const found = resolveParameter(policy, id);
  if (!found.known) return found;
  const { value } = found;
  return found.unit === 'table' && isTable(value) ? { ...found, value } : otherUnit(policy, found);
}

function isList(value: Resolved['value']): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isTable(value: Resolved['value']): value is readonly Row[] {
  return Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);
}

function otherUnit(policy: PolicyOn, found: Resolved): Unknown {
  return missingParameter(policy, found.id, found.label, 'otherUnit');
}
