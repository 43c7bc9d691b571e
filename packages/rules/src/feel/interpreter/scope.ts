import { canonicalName } from '../syntax/names.ts';
import type { FeelContext, Value } from '../value.ts';
import type { Scope } from './run.ts';

/** Undefined when nobody gave the name. */
export function findValue(scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const value = findNamed(at.names, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function findEntry(context: FeelContext, name: string): Value | undefined {
  return findNamed(context.entries, name);
}

function findNamed(names: ReadonlyMap<string, Value>, name: string): Value | undefined {
  const exact = names.get(name);
  if (exact !== undefined || !/[\s./\-'+*]/.test(name)) return exact;
  for (const [key, value] of names) if (canonicalName(key) === name) return value;
  return undefined;
}

export function findInput(scope: Scope): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) if (at.input !== undefined) return at.input;
  return undefined;
}
