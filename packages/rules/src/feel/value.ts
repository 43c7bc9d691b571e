import { LIMITS } from './limits.ts';
import type { FeelNumber } from './number/feel-number.ts';
import { refusal } from './problem.ts';
import { specialNames } from './syntax/special-names.ts';
import type { Temporal } from './temporal/temporal-text.ts';

/** null is “not known” in a condition and “no value” elsewhere. */
export type Value = null | boolean | string | FeelNumber | Temporal | FeelList | FeelContext | FeelRange | FeelFunction;

export interface FeelList {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly size: Size;
}

export interface FeelContext {
  readonly kind: 'context';
  readonly entries: ReadonlyMap<string, Value>;
  /** Names of entries that are special (syntax/special-names). */
  readonly special: readonly string[];
  readonly size: Size;
}

/** An end that is null is open: everything below or above. */
export interface FeelRange {
  readonly kind: 'range';
  readonly start: Value;
  readonly startIncluded: boolean;
  readonly end: Value;
  readonly endIncluded: boolean;
}

export interface FeelFunction {
  readonly kind: 'function';
  readonly parameters: readonly string[];
  readonly apply: (given: readonly Value[]) => Value;
}

/** What a value would take written out in full: shared parts count each time, so nothing can grow by doubling. */
interface Size {
  readonly weight: number;
  readonly depth: number;
}

export type Kind = 'null' | 'boolean' | 'string' | Exclude<Value, null | boolean | string>['kind'];

export function kindOf(value: Value): Kind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'string' : value.kind;
}

export function listOf(items: readonly Value[]): FeelList {
  return { kind: 'list', items, size: sizeOf(items) };
}

export function contextOf(entries: ReadonlyMap<string, Value>): FeelContext {
  const size = sizeOf(entries.values(), entries.keys());
  return { kind: 'context', entries, special: specialNames(entries.keys()), size };
}

export function weightOf(value: Value): number {
  if (typeof value === 'string') return 1 + value.length / 64;
  return hasParts(value) ? value.size.weight : 1;
}

function hasParts(value: Value): value is FeelList | FeelContext {
  return value !== null && typeof value === 'object' && (value.kind === 'list' || value.kind === 'context');
}

function sizeOf(parts: Iterable<Value>, names: Iterable<string> = []): Size {
  let weight = 1;
  let depth = 0;
  for (const name of names) weight += weightOf(name);
  for (const part of parts) {
    weight += weightOf(part);
    if (hasParts(part)) depth = Math.max(depth, part.size.depth);
  }
  if (weight > LIMITS.weight) throw refusal('TOO_LARGE', LIMITS.weight);
  if (depth >= LIMITS.depth) throw refusal('TOO_LARGE', `${LIMITS.depth} levels`);
  return { weight, depth: depth + 1 };
}

/** Text too is bounded, in the same measure. */
export function textOf(text: string): string {
  if (weightOf(text) > LIMITS.weight / 2) throw refusal('TOO_LARGE', `${text.length} characters`);
  return text;
}

export function isFeelNumber(value: Value): value is FeelNumber {
  return kindOf(value) === 'number';
}

export function isList(value: Value): value is FeelList {
  return kindOf(value) === 'list';
}

export function isContext(value: Value): value is FeelContext {
  return kindOf(value) === 'context';
}
