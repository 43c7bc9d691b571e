import type { Explanation } from './explanation.ts';
import type { Figure, Formula, Who } from './formula.ts';

/**
 * One explanation with everything it rests on, out of several that told each thing once: for a letter about one
 * programme, from a record that holds all.
 */
export function toldInFull(all: readonly Explanation[], node: Explanation): Explanation {
  const known = new Map<string, Explanation>();
  for (const one of all) collect(one, known);
  const told = new Set<string>();

  function whole(one: Explanation): Explanation {
    const key = keyOf(one.id, one.who);
    if (one.source !== null && told.has(key)) return { ...one, children: [] };
    told.add(key);
    const found = one.source?.kind === 'rule' && one.children.length === 0 ? known.get(key) : undefined;
    const { children } = found ?? one;
    const here = new Set(children.map((child) => keyOf(child.id, child.who)));
    const left = figuresIn(one.formula).flatMap((figure) => {
      const missing = figure.id === null ? undefined : known.get(keyOf(figure.id, figure.who));
      return missing && !here.has(keyOf(missing.id, missing.who)) && !told.has(keyOf(missing.id, missing.who))
        ? [missing]
        : [];
    });
    return { ...one, children: [...children, ...left].map(whole) };
  }

  return whole(node);
}

function keyOf(id: string, who: Who | undefined): string {
  return who ? `${who.on} ${who.index} ${id}` : id;
}

/** Of two that say the same the one that tells more. */
function collect(node: Explanation, known: Map<string, Explanation>): void {
  const key = keyOf(node.id, node.who);
  const before = known.get(key);
  if (node.source !== null && (!before || before.children.length < node.children.length)) known.set(key, node);
  for (const child of node.children) collect(child, known);
}

function figuresIn(formula: Formula | null | undefined): readonly Figure[] {
  switch (formula?.kind) {
    case undefined:
    case 'members':
      return [];
    case 'figure':
      return [formula];
    case 'operation':
    case 'combination':
    case 'total':
      return (formula.parts ?? []).flatMap(figuresIn);
    case 'rounded':
    case 'flag':
      return figuresIn(formula.of);
    case 'chosen':
      return [formula.ifSo, formula.otherwise].flatMap(figuresIn);
    case 'comparison':
      return [formula.left, formula.right].flatMap((side) => figuresIn(side.formula));
    case 'membership':
      return [...figuresIn(formula.of.formula), ...formula.among.flatMap(figuresIn)];
    case 'within':
      return [formula.of, formula.low, formula.high].flatMap((side) => figuresIn(side.formula));
  }
}
