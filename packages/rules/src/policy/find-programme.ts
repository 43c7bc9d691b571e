import type { Pack, PackChain, Procedure, Programme, Question } from './pack.ts';
import type { PolicyOn } from './policy-on.ts';

/** Nearest pack first, so that a county may describe a programme, procedure or question anew. */
export function findProgramme({ chain }: PolicyOn, id: string): Programme | undefined {
  return nearest(chain, (pack) => pack.programmes, id);
}

export function findProcedure({ chain }: PolicyOn, id: string): Procedure | undefined {
  return nearest(chain, (pack) => pack.procedures, id);
}

export function findQuestion({ chain }: PolicyOn, id: string): Question | undefined {
  return nearest(chain, (pack) => pack.questions, id);
}

/** Every programme of the place once, in the order of the packs from the nation down. */
export function programmesOf({ chain }: PolicyOn): readonly Programme[] {
  return programmesIn(chain);
}

/** The pack whose words a programme is: its clauses are cited from there. */
export function packOfProgramme(chain: PackChain, programme: Programme): Pack | undefined {
  return chain.find(({ programmes }) => programmes.includes(programme));
}

export function programmesIn(chain: PackChain): readonly Programme[] {
  return allOf(chain, (pack) => pack.programmes);
}

/**
 * Programmes that cannot be had beside this one. Said on either side it holds on both: a county that adds a programme
 * need not describe those of the nation anew.
 */
export function excludedBeside(chain: PackChain, { id, excludes }: Programme): readonly string[] {
  const others = programmesIn(chain).filter((other) => other.id !== id && other.excludes.includes(id));
  return [...new Set([...excludes, ...others.map((other) => other.id)])];
}

export function questionsIn(chain: PackChain): readonly Question[] {
  return allOf(chain, (pack) => pack.questions);
}

function allOf<T extends { readonly id: string }>(
  chain: PackChain,
  listOf: (pack: Pack) => readonly T[],
): readonly T[] {
  const byId = new Map<string, T>();
  for (const pack of chain.toReversed()) {
    for (const one of listOf(pack)) byId.set(one.id, one);
  }
  return [...byId.values()];
}

function nearest<T extends { readonly id: string }>(
  chain: PackChain,
  listOf: (pack: Pack) => readonly T[],
  id: string,
): T | undefined {
  for (const pack of chain) {
    const found = listOf(pack).find((one) => one.id === id);
    if (found) return found;
  }
  return undefined;
}
