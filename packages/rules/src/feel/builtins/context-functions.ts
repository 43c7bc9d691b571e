import { findEntry } from '../interpreter/scope.ts';
import { refusal } from '../problem.ts';
import { contextOf, type FeelContext, isContext, listOf, type Value } from '../value.ts';
import { anything, contextCalled, form, listCalled, textCalled } from './form.ts';

export const CONTEXT_FUNCTIONS = {
  'get value': [
    form([contextCalled('m'), textCalled('key')], ([context, key]) => context.entries.get(key) ?? null),
    form([contextCalled('m'), listCalled('keys')], ([context, { items }]) => valueAt(context, items)),
  ],
  'get entries': [form([contextCalled('m')], ([context]) => listOf([...context.entries].map(entryOf)))],
  context: [form([listCalled('entries')], ([{ items }]) => contextFrom(items))],
  'context put': [
    form([contextCalled('context'), textCalled('key'), anything('value')], ([context, key, value]) =>
      put(context, [key], value),
    ),
    form([contextCalled('context'), listCalled('keys'), anything('value')], ([context, { items }, value]) =>
      put(context, items, value),
    ),
  ],
  'context merge': [form([listCalled('contexts')], ([{ items }]) => merged(items))],
};

function valueAt(context: FeelContext, keys: readonly Value[]): Value {
  let at: Value = context;
  if (keys.length === 0) throw refusal('UNDECIDED', 'get value without keys');
  for (const key of keys) at = isContext(at) && typeof key === 'string' ? (at.entries.get(key) ?? null) : null;
  return at;
}

function entryOf([key, value]: readonly [string, Value]): Value {
  return contextOf(
    new Map<string, Value>([
      ['key', key],
      ['value', value],
    ]),
  );
}

/** From {key, value} pairs, what else is in them left out; null when one has no key, or a key stands twice. */
function contextFrom(pairs: readonly Value[]): Value {
  const entries = new Map<string, Value>();
  for (const pair of pairs) {
    const key = isContext(pair) ? findEntry(pair, 'key') : undefined;
    const value = isContext(pair) ? findEntry(pair, 'value') : undefined;
    if (typeof key !== 'string' || value === undefined || entries.has(key)) return null;
    entries.set(key, value);
  }
  return contextOf(entries);
}

/** A copy with the value at the end of the keys; null when one of them is no text. */
function put(context: FeelContext, [key, ...rest]: readonly Value[], value: Value): Value {
  if (key === undefined) throw refusal('UNDECIDED', 'context put without keys');
  if (typeof key !== 'string') return null;
  if (rest.length === 0) return contextOf(new Map([...context.entries, [key, value]]));
  const inner = context.entries.get(key) ?? null;
  if (!isContext(inner)) throw refusal('UNDECIDED', 'context put below what is no context');
  const changed = put(inner, rest, value);
  return changed === null ? null : contextOf(new Map([...context.entries, [key, changed]]));
}

/** Later contexts win. */
function merged(contexts: readonly Value[]): Value {
  if (!contexts.every(isContext)) return null;
  return contextOf(new Map(contexts.flatMap(({ entries }) => [...entries])));
}
