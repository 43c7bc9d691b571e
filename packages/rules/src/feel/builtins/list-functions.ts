import { orderOf } from '../interpreter/comparison.ts';
import { equals } from '../interpreter/equality.ts';
import type { Run } from '../interpreter/run.ts';
import { all, any, type Truth } from '../interpreter/truth.ts';
import { integer } from '../number/feel-number.ts';
import { refusal } from '../problem.ts';
import { type FeelFunction, listOf, type Value, weightOf } from '../value.ts';
import { anything, form, functionCalled, listCalled, variadic } from './form.ts';

export const LIST_FUNCTIONS = {
  'list contains': [
    form([listCalled('list'), anything('element')], ([{ items }, element]) =>
      items.some((item) => isSame(item, element)),
    ),
  ],
  count: [form([listCalled('list')], ([{ items }]) => integer(items.length))],
  min: ofListOrValues((items) => extreme(items, -1)),
  max: ofListOrValues((items) => extreme(items, 1)),
  all: ofListOrValues((items) => all(truthsOf(items))),
  any: ofListOrValues((items) => any(truthsOf(items))),
  'index of': [
    form([listCalled('list'), anything('match')], ([{ items }, match]) =>
      listOf(items.flatMap((item, index) => (isSame(item, match) ? [integer(index + 1)] : []))),
    ),
  ],
  sort: [
    form([listCalled('list'), functionCalled('precedes')], ([{ items }, precedes], run) =>
      listOf(sorted(items, precedes, run)),
    ),
  ],
};

/** min([1, 2]) and min(1, 2) are the same; one value that is no list is a list of it. */
export function ofListOrValues(compute: (items: readonly Value[], run: Run) => Value) {
  return [
    form([listCalled('list')], ([{ items }], run) => compute(items, run)),
    variadic([anything('first'), anything('others')], ([first, others], run) => {
      const rest = others !== null && typeof others === 'object' && others.kind === 'list' ? others.items : [];
      return compute([first, ...rest], run);
    }),
  ];
}

/** Values of two kinds are not the same, where `=` would give null. */
export function isSame(left: Value, right: Value): boolean {
  return equals(left, right) === true;
}

/** Null when the list is empty or its elements have no common order. */
function extreme(items: readonly Value[], direction: 1 | -1): Value {
  let best = items[0] ?? null;
  for (const item of items) {
    const order = orderOf(item, best);
    if (order === null) return null;
    if (Math.sign(order) === direction) best = item;
  }
  return best;
}

function truthsOf(items: readonly Value[]): readonly Truth[] {
  return items.map((item) => (typeof item === 'boolean' ? item : null));
}

/** Merges halves, so that the order of equal elements stays. */
function sorted(items: readonly Value[], precedes: FeelFunction, run: Run): readonly Value[] {
  if (precedes.parameters.length !== 2) throw refusal('UNDECIDED', 'sort without a function of two');
  if (items.length < 2) return items;
  const middle = Math.floor(items.length / 2);
  const left = sorted(items.slice(0, middle), precedes, run);
  const right = sorted(items.slice(middle), precedes, run);
  const merged: Value[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    run.meter.spend(weightOf(left[l] ?? null));
    const isRightFirst = precedesOf(precedes, right[r] ?? null, left[l] ?? null);
    merged.push((isRightFirst ? right[r] : left[l]) ?? null);
    if (isRightFirst) r += 1;
    else l += 1;
  }
  return [...merged, ...left.slice(l), ...right.slice(r)];
}

function precedesOf(precedes: FeelFunction, left: Value, right: Value): boolean {
  const answer = precedes.apply([left, right]);
  if (typeof answer !== 'boolean') throw refusal('UNDECIDED', 'sort by a function that gives no truth value');
  return answer;
}
