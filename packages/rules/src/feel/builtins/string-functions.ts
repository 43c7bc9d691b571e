import { integer, roundedTo, smallInteger } from '../number/feel-number.ts';
import { refusal } from '../problem.ts';
import { textOf, type Value } from '../value.ts';
import { anything, form, listCalled, numberCalled, optional, textCalled } from './form.ts';

const TEXT_AND_MATCH = [textCalled('string'), textCalled('match')] as const;

/** Characters are code points, never halves of them. */
export const STRING_FUNCTIONS = {
  substring: [
    form(
      [textCalled('string'), numberCalled('start position'), optional(numberCalled('length'))],
      ([text, start, length]) => substring(text, integerOf(start), length && integerOf(roundedTo(length, 0, 'down'))),
    ),
  ],
  'string length': [form([textCalled('string')], ([text]) => integer([...text].length))],
  'upper case': [form([textCalled('string')], ([text]) => textOf(text.toUpperCase()))],
  'lower case': [form([textCalled('string')], ([text]) => textOf(text.toLowerCase()))],
  'substring before': [form(TEXT_AND_MATCH, ([text, match]) => text.slice(0, Math.max(text.indexOf(match), 0)))],
  'substring after': [form(TEXT_AND_MATCH, ([text, match]) => after(text, match))],
  contains: [form(TEXT_AND_MATCH, ([text, match]) => text.includes(match))],
  'starts with': [form(TEXT_AND_MATCH, ([text, match]) => text.startsWith(match))],
  'ends with': [form(TEXT_AND_MATCH, ([text, match]) => text.endsWith(match))],
  'string join': [
    form([listCalled('list'), optional(textCalled('delimiter'))], ([list, delimiter]) =>
      join(list.items, delimiter ?? ''),
    ),
    form([anything('list'), anything('delimiter'), anything('prefix'), anything('suffix')], () => {
      throw refusal('OUTSIDE_SUBSET', 'string join with prefix and suffix');
    }),
  ],
};

function integerOf(value: Parameters<typeof smallInteger>[0]): number {
  const found = smallInteger(value);
  if (found === undefined) throw refusal('UNDECIDED', 'a position that is not an integer');
  return found;
}

/** From 1, or from -1 backwards. */
function substring(text: string, start: number, length: number | null): Value {
  const characters = [...text];
  const from = start > 0 ? start - 1 : characters.length + start;
  if (start === 0 || from < 0 || from >= characters.length) throw refusal('UNDECIDED', 'substring outside the string');
  if (length !== null && length < 1) throw refusal('UNDECIDED', 'substring of no length');
  return characters.slice(from, length === null ? undefined : from + length).join('');
}

function after(text: string, match: string): string {
  const at = text.indexOf(match);
  return at < 0 ? '' : text.slice(at + match.length);
}

/** Elements that are null are left out. */
function join(items: readonly Value[], delimiter: string): Value {
  const texts = items.filter((item) => item !== null);
  if (!texts.every((item) => typeof item === 'string')) return null;
  return textOf(texts.join(delimiter));
}
