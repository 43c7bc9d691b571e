import { LIMITS } from '../limits.ts';
import { findNumber } from '../number/number-text.ts';
import { refusal } from '../problem.ts';
import { findDuration } from '../temporal/duration.ts';
import { findDateText, findDateTimeText, findTimeText } from '../temporal/temporal-text.ts';
import { contextOf, listOf, type Value } from '../value.ts';

/** JSON to values: plain JSON is taken as it is, other values carry their type: {"@type": "date", "value": "2026-03-01"}. */
export function valueFromJson(json: unknown, depth = 0): Value {
  if (depth > LIMITS.depth) throw refusal('TOO_LARGE', `${LIMITS.depth} levels`);
  if (json === null || typeof json === 'boolean') return json;
  if (typeof json === 'string') return checkedText(json);
  if (typeof json === 'number') return numberFromJson(String(json));
  if (Array.isArray(json)) return listOf(json.map((item) => valueFromJson(item, depth + 1)));
  if (typeof json !== 'object') throw refusal('BAD_CONTEXT', typeof json);
  const entries: readonly (readonly [string, unknown])[] = Object.entries(json);
  const type = entries.find(([name]) => name === '@type')?.[1];
  if (type !== undefined) return taggedValue(type, new Map(entries), depth + 1);
  return contextFromJson(entries, depth);
}

function contextFromJson(entries: readonly (readonly [string, unknown])[], depth: number): Value {
  return contextOf(new Map(entries.map(([name, inner]) => [checkedText(name), valueFromJson(inner, depth + 1)])));
}

function taggedValue(type: unknown, parts: ReadonlyMap<string, unknown>, depth: number): Value {
  if (type === 'range') return rangeFromJson(parts, depth);
  const value = parts.get('value');
  if (type === 'context' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return contextFromJson(Object.entries(value), depth);
  }
  if (typeof value !== 'string') throw refusal('BAD_CONTEXT', `@type ${String(type)}`);
  const found = findTagged(type, value);
  if (found === undefined) throw refusal('BAD_CONTEXT', `${String(type)} ${value}`);
  return found;
}

function findTagged(type: unknown, text: string): Value | undefined {
  switch (type) {
    case 'number':
      return numberFromJson(text);
    case 'date':
      return findDateText(text);
    case 'time':
      return findTimeText(text);
    case 'date and time':
      return findDateTimeText(text);
    case 'days and time duration':
    case 'years and months duration': {
      const duration = findDuration(text);
      return duration?.kind === type ? duration : undefined;
    }
    default:
      return undefined;
  }
}

function rangeFromJson(parts: ReadonlyMap<string, unknown>, depth: number): Value {
  const start = valueFromJson(parts.get('start') ?? null, depth);
  const end = valueFromJson(parts.get('end') ?? null, depth);
  const included = ['start included', 'end included'].map((name) => parts.get(name));
  if (!included.every((one) => typeof one === 'boolean')) throw refusal('BAD_CONTEXT', '@type range');
  const [startIncluded = false, endIncluded = false] = included;
  return { kind: 'range', start, startIncluded, end, endIncluded };
}

function numberFromJson(text: string): Value {
  const found = findNumber(text);
  if (!found) throw refusal('BAD_NUMBER', text);
  return found;
}

function checkedText(text: string): string {
  if (!text.isWellFormed()) throw refusal('BAD_CONTEXT', 'UTF-16');
  return text;
}
