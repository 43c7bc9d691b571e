import { isTemporal } from '../interpreter/temporal-arithmetic.ts';
import { not, truthOf } from '../interpreter/truth.ts';
import { findNumber, numberText } from '../number/number-text.ts';
import { refusal } from '../problem.ts';
import { temporalText } from '../temporal/temporal-text.ts';
import { kindOf, type Value } from '../value.ts';
import { anything, form, nullable, numberCalled, textCalled } from './form.ts';

export const CONVERSIONS = {
  string: [form([anything('from')], ([from]) => stringOf(from))],
  number: [
    form([numberCalled('from')], ([from]) => from),
    form([textCalled('from')], ([from]) => numberFrom(from, null, null)),
    form(
      [textCalled('from'), nullable(textCalled('grouping separator')), nullable(textCalled('decimal separator'))],
      ([from, grouping, decimal]) => numberFrom(from, grouping, decimal),
    ),
  ],
  not: [form([anything('negand')], ([negand]) => not(truthOf(negand)))],
};

function stringOf(value: Value): Value {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value.kind === 'number') return plainNumber(numberText(value));
  if (isTemporal(value)) return temporalText(value);
  throw refusal('UNDECIDED', `string of a ${kindOf(value)}`);
}

function plainNumber(text: string): string {
  if (text.includes('e')) throw refusal('UNDECIDED', `string of ${text}`);
  return text;
}

/** DMN 1.4 table 72: the separators are a blank, a comma or a point, and differ. */
function numberFrom(text: string, grouping: string | null, decimal: string | null): Value {
  if (grouping !== null && ![' ', ',', '.'].includes(grouping)) return null;
  if (decimal !== null && ![',', '.'].includes(decimal)) return null;
  if (grouping !== null && grouping === decimal) return null;
  if (grouping === '.' && decimal === null)
    throw refusal('UNDECIDED', 'number with “.” for groups and no decimal sign');
  const ungrouped = grouping === null ? text : text.replaceAll(grouping, '');
  if (decimal === ',' && ungrouped.includes('.')) return null;
  const plain = decimal === ',' ? ungrouped.replace(',', '.') : ungrouped;
  if (/^-?\d+(\.\d+)?$/.test(plain)) return exactNumber(plain);
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain)) throw refusal('UNDECIDED', `number("${text}")`);
  return null;
}

function exactNumber(text: string): Value {
  const found = findNumber(text);
  if (!found) throw refusal('BAD_NUMBER', text);
  return found;
}
