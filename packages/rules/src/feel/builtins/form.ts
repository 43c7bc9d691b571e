import type { Run } from '../interpreter/run.ts';
import type { FeelNumber } from '../number/feel-number.ts';
import {
  type FeelContext,
  type FeelFunction,
  type FeelList,
  isContext,
  isFeelNumber,
  isList,
  type Kind,
  kindOf,
  listOf,
  type Value,
} from '../value.ts';

/** One value a builtin takes; `accept` gives undefined for a value of another kind. */
export interface Parameter<T> {
  readonly name: string;
  readonly accept: (value: Value) => T | undefined;
  readonly isOptional: boolean;
}

/** One way to call a builtin: by position or by these names. */
export interface Form {
  readonly parameters: readonly Parameter<unknown>[];
  /** The last parameter takes all values that are left, as a list. */
  readonly isVariadic: boolean;
  readonly compute: (accepted: readonly unknown[], run: Run) => Value;
}

type Accepted<P extends readonly unknown[]> = {
  readonly [At in keyof P]: P[At] extends Parameter<infer T> ? T : never;
};

export function form<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  compute: (accepted: Accepted<P>, run: Run) => Value,
): Form {
  // `accept` of each parameter has made the value at its place, which the compiler cannot follow through the list.
  return { parameters, isVariadic: false, compute: (accepted, run) => compute(accepted as Accepted<P>, run) };
}

export function variadic<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  compute: (accepted: Accepted<P>, run: Run) => Value,
): Form {
  return { ...form(parameters, compute), isVariadic: true };
}

export function anything(name: string): Parameter<Value> {
  return { name, accept: (value) => value, isOptional: false };
}

export function numberCalled(name: string): Parameter<FeelNumber> {
  return parameter(name, (value) => (isFeelNumber(value) ? value : undefined));
}

export function textCalled(name: string): Parameter<string> {
  return parameter(name, (value) => (typeof value === 'string' ? value : undefined));
}

export function contextCalled(name: string): Parameter<FeelContext> {
  return parameter(name, (value) => (isContext(value) ? value : undefined));
}

export function functionCalled(name: string): Parameter<FeelFunction> {
  return parameter(name, (value) => (isKind(value, ['function']) ? value : undefined));
}

/** A single value stands for a list of it; null is no list (DMN 1.4 §10.3.2.9.4). */
export function listCalled(name: string): Parameter<FeelList> {
  return { name, accept: (value) => listFrom(value), isOptional: false };
}

function listFrom(value: Value): FeelList | undefined {
  if (value === null) return undefined;
  return isList(value) ? value : listOf([value]);
}

export function valueOfKind<K extends Kind>(name: string, kinds: readonly K[]): Parameter<ValueOfKind<K>> {
  return parameter(name, (value) => (isKind(value, kinds) ? value : undefined));
}

export type ValueOfKind<K> = Extract<Value, { readonly kind: K }>;

export function isKind<K extends Kind>(value: Value, kinds: readonly K[]): value is ValueOfKind<K> {
  return (kinds as readonly Kind[]).includes(kindOf(value));
}

/** Must be given, but may be null. */
export function nullable<T>(one: Parameter<T>): Parameter<T | null> {
  return { ...optional(one), isOptional: false };
}

/** May be left out; when it is given as null it counts as left out. */
export function optional<T>(one: Parameter<T>): Parameter<T | null> {
  return { name: one.name, accept: (value) => (value === null ? null : one.accept(value)), isOptional: true };
}

/** A list of one stands for its element. */
function parameter<T>(name: string, accept: (value: Value) => T | undefined): Parameter<T> {
  return { name, accept: (value) => accept(value) ?? onlyElement(value, accept), isOptional: false };
}

function onlyElement<T>(value: Value, accept: (value: Value) => T | undefined): T | undefined {
  if (!isList(value) || value.items.length !== 1) return undefined;
  return accept(value.items[0] ?? null);
}
