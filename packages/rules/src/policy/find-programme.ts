import type { Pack, Procedure, Programme, Question } from './pack.ts';
import type { PolicyOn } from './policy-on.ts';

/** Nearest pack first, so that a county may describe a programme, procedure or question anew. */
export function findProgramme(policy: PolicyOn, id: string): Programme | undefined {
  return nearest(policy, (pack) => pack.programmes, id);
}

export function findProcedure(policy: PolicyOn, id: string): Procedure | undefined {
  return nearest(policy, (pack) => pack.procedures, id);
}

export function findQuestion(policy: PolicyOn, id: string): Question | undefined {
  return nearest(policy, (pack) => pack.questions, id);
}

/** Every programme of the place once, in the order of the packs from the nation down. */
export function programmesOf(policy: PolicyOn): readonly Programme[] {
  const byId = new Map<string, Programme>();
  for (const pack of [...policy.chain].reverse()) {
    for (const programme of pack.programmes) byId.set(programme.id, programme);
  }
  return [...byId.values()];
}

function nearest<T extends { readonly id: string }>(
  policy: PolicyOn,
  listOf: (pack: Pack) => readonly T[],
  id: string,
): T | undefined {
  for (const pack of policy.chain) {
    const found = listOf(pack).find((one) => one.id === id);
    if (found) return found;
  }
  return undefined;
}
