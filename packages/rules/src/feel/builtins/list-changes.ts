import type { Run } from '../interpreter/run.ts';
import { type FeelNumber, smallInteger } from '../number/feel-number.ts';
import { refusal } from '../problem.ts';
import { type FeelFunction, isList, listOf, type Value, weightOf } from '../value.ts';
import { anything, form, functionCalled, listCalled, numberCalled, optional, variadic } from './form.ts';
import { isSame } from './list-functions.ts';

export const LIST_CHANGES = {
  sublist: [
    form(
      [listCalled('list'), numberCalled('start position'), optional(numberCalled('length'))],
      ([list, start, length]) => sublist(list.items, integerOf(start), length && integerOf(length)),
    ),
  ],
  append: [
    variadic([listCalled('list'), listCalled('items')], ([list, added]) => listOf([...list.items, ...added.items])),
  ],
  concatenate: [variadic([listCalled('lists')], ([lists]) => listOf(joined(lists.items)))],
  union: [variadic([listCalled('lists')], ([lists], run) => distinct(joined(lists.items), run))],
  'distinct values': [form([listCalled('list')], ([list], run) => distinct(list.items, run))],
  flatten: [form([listCalled('list')], ([list]) => listOf(flattened(list.items)))],
  reverse: [form([listCalled('list')], ([list]) => listOf(list.items.toReversed()))],
  'insert before': [
    form([listCalled('list'), numberCalled('position'), anything('newItem')], ([list, position, added]) => {
      const at = indexOf(list.items, position);
      return at === undefined ? null : listOf(list.items.toSpliced(at, 0, added));
    }),
  ],
  remove: [
    form([listCalled('list'), numberCalled('position')], ([list, position]) => {
      const at = indexOf(list.items, position);
      return at === undefined ? null : listOf(list.items.toSpliced(at, 1));
    }),
  ],
  'list replace': [
    form([listCalled('list'), numberCalled('position'), anything('newItem')], ([list, position, added]) => {
      const at = indexOf(list.items, position);
      return at === undefined ? null : listOf(list.items.with(at, added));
    }),
    form([listCalled('list'), functionCalled('match'), anything('newItem')], ([list, match, added], run) =>
      replaceMatches(list.items, match, added, run),
    ),
  ],
};

function integerOf(value: FeelNumber): number {
  const found = smallInteger(value);
  if (found === undefined) throw refusal('UNDECIDED', 'a position that is not an integer');
  return found;
}

/** The place in an array of a position from 1, or from -1 backwards; undefined outside the list. */
function indexOf(items: readonly Value[], position: FeelNumber): number | undefined {
  const at = integerOf(position);
  if (at === 0 || Math.abs(at) > items.length) return undefined;
  return at > 0 ? at - 1 : items.length + at;
}

function sublist(items: readonly Value[], start: number, length: number | null): Value {
  const from = start > 0 ? start - 1 : items.length + start;
  const to = length === null ? items.length : from + length;
  if (start === 0 || from < 0 || from >= items.length || to <= from || to > items.length) {
    throw refusal('UNDECIDED', 'sublist outside the list');
  }
  return listOf(items.slice(from, to));
}

function joined(lists: readonly Value[]): readonly Value[] {
  if (lists.includes(null)) throw refusal('UNDECIDED', 'concatenate or union with null');
  return lists.flatMap((list) => (isList(list) ? list.items : [list]));
}

function flattened(items: readonly Value[]): readonly Value[] {
  return items.flatMap((item) => (isList(item) ? flattened(item.items) : [item]));
}

function distinct(items: readonly Value[], run: Run): Value {
  const kept: Value[] = [];
  for (const item of items) {
    run.meter.spend(kept.length + weightOf(item));
    if (!kept.some((one) => isSame(one, item))) kept.push(item);
  }
  return listOf(kept);
}

/** Null unless the function takes two values and answers with a truth value each time. */
function replaceMatches(items: readonly Value[], match: FeelFunction, added: Value, run: Run): Value {
  if (match.parameters.length !== 2) return null;
  const answers = items.map((item) => {
    run.meter.spend(weightOf(item));
    return match.apply([item, added]);
  });
  if (!answers.every((answer) => typeof answer === 'boolean')) return null;
  return listOf(items.map((item, index) => (answers[index] === true ? added : item)));
}
