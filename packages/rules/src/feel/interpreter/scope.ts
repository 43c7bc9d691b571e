import { canonicalName } from '../syntax/names.ts';
import { isSpecialName, specialNames } from '../syntax/special-names.ts';
import { type FeelContext, isContext, type Value } from '../value.ts';
import type { Meter, Scope } from './run.ts';

const NO_NAMES: ReadonlyMap<string, Value> = new Map();
const NONE: readonly string[] = [];

export function scopeOf({ entries, special }: FeelContext, outer?: Scope): Scope {
  return within(outer, entries, special);
}

/** `names` may grow while the scope is used, by names of `all` only. */
export function scopeOfNames(names: ReadonlyMap<string, Value>, all: Iterable<string>, outer?: Scope): Scope {
  return within(outer, names, specialNames(all));
}

export function scopeOfOne(name: string, value: Value, outer: Scope): Scope {
  return within(outer, new Map([[name, value]]), isSpecialName(name) ? [name] : NONE);
}

/** Where `?` is this value. */
export function scopeOfInput(input: Value, outer: Scope): Scope {
  return { ...within(outer, NO_NAMES, NONE), input };
}

/** In a filter of these elements, around the names of each. */
export function scopeOfElements(elements: readonly Value[], outer: Scope, meter: Meter): Scope {
  const contexts = elements.filter(isContext);
  const asked = new Map<string, boolean>();
  const isOfElement = (name: string) => {
    const known = asked.get(name);
    if (known !== undefined) return known;
    meter.spend(contexts.length);
    const found = contexts.some((context) => findEntry(context, name) !== undefined);
    asked.set(name, found);
    return found;
  };
  const isPlain = outer.isPlain && contexts.every(({ special }) => special.length === 0);
  return { ...within(outer, NO_NAMES, NONE), isPlain, isOfElement };
}

function within(outer: Scope | undefined, names: ReadonlyMap<string, Value>, special: readonly string[]): Scope {
  const isPlain = special.length === 0 && (outer === undefined || outer.isPlain);
  return { names, special, isPlain, isOfElement: undefined, input: undefined, outer };
}

/** Undefined when nobody gave the name. */
export function findValue(scope: Scope, name: string): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const value = findNamed(at.names, at.special, name);
    if (value !== undefined) return value;
    if (at.isOfElement?.(name)) return null;
  }
  return undefined;
}

export function findEntry({ entries, special }: FeelContext, name: string): Value | undefined {
  return findNamed(entries, special, name);
}

function findNamed(names: ReadonlyMap<string, Value>, special: readonly string[], name: string): Value | undefined {
  const exact = names.get(name);
  if (exact !== undefined || special.length === 0 || !isSpecialName(name)) return exact;
  const key = special.find((one) => canonicalName(one) === name);
  return key === undefined ? undefined : names.get(key);
}

export function findInput(scope: Scope): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) if (at.input !== undefined) return at.input;
  return undefined;
}
