import type { Rule } from './check-boundaries.ts';
import { resolveImport, type Tree } from './source-tree.ts';

/** Files that load each other. Types alone do not count: they are gone when the program runs. */
export const noCycles: Rule = {
  name: 'no-cycles',
  check: (tree) => findCycles(tree).map((cycle) => ({ path: cycle[0] ?? '', line: 1, text: cycle.join(' → ') })),
};

function findCycles(tree: Tree): string[][] {
  const cycles: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();

  function visit(path: string, trail: string[]): void {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    state.set(path, 'open');
    for (const next of loadedBy(tree, path)) visit(next, [...trail, path]);
    state.set(path, 'done');
  }

  for (const path of tree.keys()) visit(path, []);
  return cycles;
}

function loadedBy(tree: Tree, path: string): string[] {
  const source = tree.get(path);
  if (source === undefined) return [];
  const targets = source.imports
    .filter(({ isType }) => !isType)
    .map(({ specifier }) => resolveImport(source, specifier))
    .filter((target) => target !== undefined && tree.has(target));
  return [...new Set(targets)].filter((target) => target !== undefined);
}
