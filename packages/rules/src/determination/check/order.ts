import type { Expression } from '../../feel/syntax/ast.ts';
import { partsOf } from '../../feel/syntax/parts.ts';

/** Every name in an expression, those after a dot too. */
export function namesInExpression(node: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  collect(node, names);
  return names;
}

function collect(node: Expression, names: Set<string>): void {
  if (node.kind === 'name' || node.kind === 'path') names.add(node.name);
  for (const part of partsOf(node)) collect(part, names);
}

export type Ordered =
  | { readonly ok: true; readonly order: readonly string[] }
  | { readonly ok: false; readonly cycle: readonly string[] };

/** Each after what it needs; or a circle, as the ids one meets on the way round, the first again at the end. */
export function inOrder(needs: ReadonlyMap<string, readonly string[]>): Ordered {
  const done = new Set<string>();
  for (const start of needs.keys()) {
    const cycle = visitAll(start, needs, done);
    if (cycle) return { ok: false, cycle };
  }
  return { ok: true, order: [...done] };
}

/** With a stack of its own: a chain of rules may be longer than the stack of calls is deep. */
function visitAll(
  start: string,
  needs: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): readonly string[] | undefined {
  const path: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
  const open = new Set([start]);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const needed = done.has(top.id) ? undefined : needs.get(top.id)?.[top.next];
    if (needed === undefined) {
      done.add(top.id);
      open.delete(top.id);
      path.pop();
      continue;
    }
    top.next += 1;
    if (open.has(needed)) return [...path.map(({ id }) => id).slice(path.findIndex(({ id }) => id === needed)), needed];
    if (done.has(needed) || !needs.has(needed)) continue;
    open.add(needed);
    path.push({ id: needed, next: 0 });
  }
  return undefined;
}
