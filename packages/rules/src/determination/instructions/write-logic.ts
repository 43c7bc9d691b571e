import { type Core, type CoreOf, partsOfLogic } from '../core/core.ts';
import { AGREED, FIRST_OF, JUMP_IF_NO, JUMP_IF_YES, NEXT_OF } from './instruction-set.ts';
import type { Part } from './write-core.ts';

/** What has a place is asked before what must be computed; the first that decides ends it. */
export function writeLogic(core: CoreOf<'logic'>, part: Part): void {
  const { around, to, writing, write } = part;
  const { list } = writing;
  const { operator } = core;
  const [first, ...others] = cheapestFirst(partsOfLogic(core, operator), part);
  if (!first) return;
  const ends = [];
  if (first.hasPlace) ends.push(list.jump(FIRST_OF[operator], { to, one: write(first.core, around) }));
  else ends.push(list.jump(operator === 'and' ? JUMP_IF_NO : JUMP_IF_YES, { one: write(first.core, around, to) }));
  for (const other of others) {
    const mark = list.mark();
    ends.push(list.jump(NEXT_OF[operator], { to, one: write(other.core, around) }));
    list.release(mark);
  }
  for (const end of ends) end.arrive();
}

function cheapestFirst(cores: readonly Core[], { around, findPlace }: Part) {
  const parts = cores.map((core) => ({ core, hasPlace: findPlace(core, around) !== undefined }));
  const cost = ({ core, hasPlace }: (typeof parts)[number]) => (hasPlace ? 0 : core.size);
  return parts.sort((one, other) => cost(one) - cost(other));
}

/** Of a condition that is not known both branches are computed. What has a place is not jumped over. */
export function writeIf(core: CoreOf<'if'>, { around, to, writing, write, findPlace }: Part): void {
  const { list } = writing;
  const condition = write(core.condition, around);
  const mustCompute = (branch: Core) => findPlace(branch, around) === undefined;
  const toOtherwise = mustCompute(core.then) ? list.jump(JUMP_IF_NO, { one: condition }) : null;
  write(core.then, around, to);
  const toEnd = mustCompute(core.otherwise) ? list.jump(JUMP_IF_YES, { one: condition }) : null;
  toOtherwise?.arrive();
  list.write(AGREED, to, condition, write(core.otherwise, around));
  toEnd?.arrive();
}
