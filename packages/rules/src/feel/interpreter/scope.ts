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
  const key = spacedNames(names).find((spaced) => canonicalName(spaced) === name);
  return key === undefined ? undefined : names.get(key);
}

/** Names that may be written in several ways: whoever asks for a path would look through all of them each time. */
function spacedNames(names: ReadonlyMap<string, Value>): readonly string[] {
  const found = SPACED.get(names);
  // Names are added while a context is evaluated, and none is taken away.
  if (found?.of === names.size) return found.spaced;
  const spaced = [...names.keys()].filter((key) => /\s/.test(key));
  SPACED.set(names, { of: names.size, spaced });
  return spaced;
}

const SPACED = new WeakMap<ReadonlyMap<string, Value>, { readonly of: number; readonly spaced: readonly string[] }>();

export function findInput(scope: Scope): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) if (at.input !== undefined) return at.input;
  return undefined;
}
