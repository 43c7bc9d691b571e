import {
  createRulebook,
  type FactIssue,
  factsOf,
  type PackChain,
  type ProgrammeOutcome,
  type Vector,
} from '../../packages/rules/src/index.ts';

export type Answer = readonly ProgrammeOutcome[] | readonly FactIssue[];

/** What the packs of a place say to each of their worked examples, without any code being generated. */
export function answersTo(chain: PackChain, vectors: readonly Vector[]): readonly Answer[] {
  const rulebook = createRulebook();
  return vectors.map((vector) => {
    const facts = factsOf(vector, vectors);
    const result = rulebook.determine({ chain, on: vector.on, version: 'any' }, facts);
    return result.ok ? result.determined.outcomes : result.issues;
  });
}

/** As a page does it: what a browser is told to run from outside may generate code whatever the content policy says. */
export function inItsOwnTurn<T>(work: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    });
  });
}

/** Name of the error that generating code ends in. */
export function generatingCode(): string {
  try {
    return String(new Function('return 1')());
  } catch (error) {
    return error instanceof Error ? error.name : '';
  }
}
