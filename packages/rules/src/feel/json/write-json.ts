import type { FeelNumber } from '../number/feel-number.ts';
import { findNumber, numberText } from '../number/number-text.ts';
import { temporalText } from '../temporal/temporal-text.ts';
import type { FeelContext, FeelFunction, FeelRange, Value } from '../value.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The counterpart of valueFromJson. A number stays a JSON number when reading it as a double gives the same digits. */
export function jsonFromValue(value: Value): Json {
  if (value === null || typeof value !== 'object') return value;
  switch (value.kind) {
    case 'number':
      return numberJson(value);
    case 'list':
      return value.items.map(jsonFromValue);
    case 'context':
      return contextJson(value);
    case 'range':
      return rangeJson(value);
    case 'function':
      return functionJson(value);
    case 'date':
    case 'time':
    case 'date and time':
    case 'days and time duration':
    case 'years and months duration':
      return { '@type': value.kind, value: temporalText(value) };
  }
}

function numberJson(value: FeelNumber): Json {
  const text = numberText(value);
  const double = Number(text);
  const again = Number.isFinite(double) ? findNumber(String(double)) : undefined;
  const isExact = again?.mantissa === value.mantissa && again.exponent === value.exponent;
  return isExact ? double : { '@type': 'number', value: text };
}

function contextJson({ entries }: FeelContext): Json {
  // Object.fromEntries makes own properties even of names like __proto__.
  const json = Object.fromEntries([...entries].map(([name, value]) => [name, jsonFromValue(value)]));
  return entries.has('@type') ? { '@type': 'context', value: json } : json;
}

function rangeJson({ start, startIncluded, end, endIncluded }: FeelRange): Json {
  return {
    '@type': 'range',
    start: jsonFromValue(start),
    'start included': startIncluded,
    end: jsonFromValue(end),
    'end included': endIncluded,
  };
}

/** A function can be named, not taken along. */
function functionJson({ parameters }: FeelFunction): Json {
  return { '@type': 'function', value: `function(${parameters.join(', ')})` };
}
