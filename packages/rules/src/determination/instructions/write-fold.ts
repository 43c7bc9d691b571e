import type { CoreOf, FoldKind, Group } from '../core/core.ts';
import {
  BEGIN_LOOP,
  COPY,
  FINITE,
  FOLDS,
  GIVEN,
  JUMP_IF_NO,
  JUMP_IF_YES,
  NEXT_ELEMENT,
  NEXT_OF,
  STRETCH,
} from './instruction-set.ts';
import type { Around, Part } from './write-core.ts';

/** Where a group stands among `groups`: where it begins, the room of one, and where it ends. */
export const GROUP_AT: Readonly<Record<Group, number>> = { person: 0, event: 3 };

/** A loop inside a rule or inside another. */
export function writeFold(core: CoreOf<'fold'>, part: Part): void {
  const { around, to, writing } = part;
  const { list } = writing;
  const stretch = STRETCH.loops + around.stretches.size;
  list.write(COPY, to, list.constant(STARTS[core.fold]));
  const toEnd = list.jump(BEGIN_LOOP, { one: GROUP_AT[core.over], other: stretch });
  const body = list.here();
  addElement(core, { ...part, around: inside(core, stretch, around) });
  list.jumpBack(body, NEXT_ELEMENT, { one: GROUP_AT[core.over], other: stretch });
  toEnd.arrive();
  endFold(core, part);
}

export function inside({ loop, over }: CoreOf<'fold'>, stretch: number, around: Around): Around {
  return {
    ...around,
    loops: new Map([...around.loops, [loop, over]]),
    stretches: new Map([...around.stretches, [loop, stretch]]),
  };
}

type Element = Pick<Part, 'around' | 'to' | 'writing' | 'write'>;

/** The element the loop is at. Whether one counts decides the result: not knowing it, nothing is known. */
export function addElement({ condition, body, fold }: CoreOf<'fold'>, { around, to, writing, write }: Element): void {
  const { list } = writing;
  const mark = list.mark();
  const done = fold === 'some' ? [list.jump(JUMP_IF_YES, { one: to })] : [];
  const counts = condition && write(condition, around);
  if (counts !== null) done.push(list.jump(JUMP_IF_NO, { one: counts }));
  let value = write(body, around);
  if (counts !== null) {
    const given = list.take();
    list.write(GIVEN, given, counts, value);
    value = given;
  }
  if (fold === 'some') done.push(list.jump(NEXT_OF.or, { to, one: value }));
  else list.write(FOLDS[fold], to, to, value);
  for (const jump of done) jump.arrive();
  list.release(mark);
}

export function endFold({ fold }: CoreOf<'fold'>, { to, writing }: Pick<Part, 'to' | 'writing'>): void {
  if (fold === 'least' || fold === 'greatest') writing.list.write(FINITE, to, to);
}

/** The least of nothing is not known. */
export const STARTS: Readonly<Record<FoldKind, number>> = {
  sum: 0,
  least: Number.POSITIVE_INFINITY,
  greatest: Number.NEGATIVE_INFINITY,
  some: 0,
};
